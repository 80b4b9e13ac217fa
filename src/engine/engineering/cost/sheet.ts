// Sheet: its thickness and the length of its edges out of volume and surface, cutting by length, bends by number.
import { fieldRefusal } from '../field-refusal.ts';
import {
  type CostFigure,
  type CostItems,
  type CostModel,
  type CostSubject,
  cuttingClass,
  gramsOf,
  valueOf,
  type Values,
} from './cost-model.ts';

/** Stock thicknesses, mm. */
const stock = [0.5, 0.6, 0.8, 1, 1.2, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25];
/** No sheet is cut faster, m/min. */
const fastest = 25;

/** The thickness of a sheet part: the least stock that is thicker than 2 V / A, which is a little less than the sheet. */
export function sheetThickness({ volumeMm3, areaMm2, box }: CostSubject): number {
  const mean = (2 * volumeMm3) / areaMm2;
  const [, , flat] = box;
  // A flat part is as thick as it is high.
  if (flat < 1.35 * mean) return flat;
  return stock.find((thickness) => thickness >= mean * 1.0001) ?? mean;
}

/** The length of all edges, mm: the surface is both sides and the edges, A = 2 V / t + L t. */
export function edgeLength({ volumeMm3, areaMm2 }: CostSubject, thickness: number): number {
  return Math.max(0, (areaMm2 - (2 * volumeMm3) / thickness) / thickness);
}

function isFlat({ box }: CostSubject, thickness: number): boolean {
  return box[2] <= 1.05 * thickness;
}

function figures(subject: CostSubject): CostFigure[] {
  const { table, material } = subject;
  const own = table.sources['own'] ?? 'own';
  const thickness = sheetThickness(subject);
  const [low, high] = table.laserSpeed[cuttingClass(material)] ?? [4, 12];
  const length = edgeLength(subject, thickness) / 1000;
  return [
    {
      id: 'thickness',
      title: 'Sheet',
      low: thickness,
      high: thickness,
      unit: 'mm',
      source: 'least stock above 2 V / A of the model',
    },
    {
      id: 'cut_length',
      title: 'Edges to cut',
      low: length,
      high: length * 1.1,
      unit: 'm',
      source: '(A − 2 V / t) / t of the model; a tenth more for lead-ins',
    },
    { id: 'laser_speed', title: 'Cutting speed times thickness', low, high, unit: 'mm·m/min', source: own },
  ];
}

function cutting(values: Values, subject: CostSubject): CostItems {
  const of = (id: string): number => valueOf(values, id);
  const speed = Math.min(fastest, of('laser_speed') / of('thickness'));
  return {
    material: ((gramsOf(subject) / of('nesting_yield')) * of('material_price')) / 1000,
    machine: (of('cut_length') / speed / 60) * of('machine_rate'),
    labour: (of('handling_time') / 60) * of('machine_rate'),
    setup: of('setup_hours') * of('machine_rate'),
    tooling: 0,
  };
}

/** Refuses what is no sheet of one thickness. */
function checkSheet(subject: CostSubject): void {
  const thickness = sheetThickness(subject);
  const mean = (2 * subject.volumeMm3) / subject.areaMm2;
  if (thickness <= 25 && mean > 0.6 * thickness) return;
  throw fieldRefusal(
    'specifications.process',
    `the model is no sheet of one thickness: its mean wall is ${mean.toFixed(1)} mm`,
  );
}

export const laserCutting: CostModel = {
  figures: (subject) => {
    checkSheet(subject);
    if (isFlat(subject, sheetThickness(subject))) return figures(subject);
    throw fieldRefusal('specifications.process', 'the model is not flat; ask for sheet_metal, which is bent');
  },
  cost: cutting,
};

export const sheetMetal: CostModel = {
  figures: (subject) => {
    checkSheet(subject);
    const most = isFlat(subject, sheetThickness(subject)) ? 0 : 4;
    const source =
      most === 0 ? 'the model is flat' : 'not counted on the model; say it in specifications.figures';
    return [
      ...figures(subject),
      { id: 'bends', title: 'Bends', low: Math.min(1, most), high: most, unit: '', source },
    ];
  },
  cost: (values, subject) => {
    const cut = cutting(values, subject);
    const bending =
      ((valueOf(values, 'bends') * valueOf(values, 'bend_time')) / 3600) * valueOf(values, 'press_rate');
    return { ...cut, machine: cut.machine + bending };
  },
};
