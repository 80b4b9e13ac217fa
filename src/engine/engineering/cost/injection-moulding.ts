// Injection moulding after Boothroyd, Dewhurst and Knight: cycle by cooling, machine by clamp force, mould by area and faces.
import {
  type CostFigure,
  type CostItems,
  type CostModel,
  type CostSubject,
  gramsOf,
  valueOf,
  type Values,
} from './cost-model.ts';

/** Pressure in the cavity, MPa: about half of the injection pressure of 80 to 130 MPa (chapter 8). */
const cavityPressure = 50;

/** Cooling time, s: t = s² / (π² α) · ln(4/π · (T melt − T mould) / (T ejection − T mould)), for a wall of s mm, α in mm²/s. */
export function coolingTime(
  wallMm: number,
  {
    diffusivity,
    melt,
    mould,
    ejection,
  }: { diffusivity: number; melt: number; mould: number; ejection: number },
): number {
  return (
    (wallMm ** 2 / (Math.PI ** 2 * diffusivity)) *
    Math.log((4 / Math.PI) * ((melt - mould) / (ejection - mould)))
  );
}

/** Hours to make the cavity and core of one part: ejectors, size, and shape by its faces (chapter 8). */
export function toolmakingHours({ box: [long, wide], faceCount }: CostSubject): number {
  const projectedCm2 = (long * wide) / 100;
  const ejectors = 2.5 * Math.sqrt(projectedCm2);
  const size = 5 + 0.085 * projectedCm2 ** 1.2;
  const shape = 45 * (0.1 * faceCount) ** 1.27;
  return ejectors + size + shape;
}

/** The mould base, EUR: 1000 + 0.45 · A · h^0.4, plates 7.5 cm wider on each side than the part (chapter 8). */
export function mouldBase({ box: [long, wide, high] }: CostSubject): number {
  const plateCm2 = (long / 10 + 15) * (wide / 10 + 15);
  return 1000 + 0.45 * plateCm2 * (high / 10 + 15) ** 0.4;
}

export const injectionMoulding: CostModel = {
  figures: (subject) => {
    const { table, box, volumeMm3, areaMm2 } = subject;
    const { sources } = table;
    const wall = (2 * volumeMm3) / areaMm2;
    const [long, wide] = box;
    const clamp = (long * wide * cavityPressure) / 1000;
    const machine =
      table.mouldingMachines.find(({ clampKN }) => clampKN >= clamp) ?? table.mouldingMachines.at(-1);
    const runner = table.runners.find(({ partCm3 }) => volumeMm3 / 1000 <= partCm3)?.share ?? 0.05;
    const hours = toolmakingHours(subject);
    const base = mouldBase(subject);
    const bdk = sources['bdk'] ?? 'bdk';
    return [
      {
        id: 'wall',
        title: 'Wall that cools last',
        low: wall,
        high: 1.5 * wall,
        unit: 'mm',
        source: 'twice the volume over the surface, the mean wall of the model, to half as much again',
      },
      ...moulding(subject),
      ...(machine === undefined
        ? []
        : [
            { ...fixed('dry_cycle', 'Opening and closing', machine.dryCycleS), unit: 's', source: bdk },
            {
              id: 'machine_rate',
              title: `Machine of ${machine.clampKN} kN with operator`,
              low: machine.rateUsdPerHour,
              high: 2.5 * machine.rateUsdPerHour,
              unit: 'EUR/h',
              source: sources['bdk-rate'] ?? 'bdk-rate',
            },
          ]),
      {
        id: 'shot',
        title: 'Part and runner',
        low: 1.02,
        high: 1 + runner,
        unit: '×',
        source: `${bdk}; the lower end where runners are ground and used again`,
      },
      {
        id: 'toolmaking_hours',
        title: 'Making cavity and core',
        low: 0.7 * hours,
        high: 1.3 * hours,
        unit: 'h',
        source: `${bdk}, equations for the mould, by area and faces; ±30 % is our own estimate`,
      },
      {
        id: 'mould_base',
        title: 'Mould base',
        low: base,
        high: 2 * base,
        unit: 'EUR',
        source: `${bdk}; the upper end for prices since is our own estimate`,
      },
    ];
  },
  cost: (values, subject) => itemsOf(values, subject),
};

/** Figures of the plastic: Boothroyd's where he has it, else from the materials table and the temperatures usual for plastics. */
function moulding({ material, table }: CostSubject): CostFigure[] {
  const row = table.moulding.find((one) => one.material === material.id);
  const bdk = table.sources['bdk'] ?? 'bdk';
  const own = table.sources['own'] ?? 'own';
  if (row !== undefined)
    return [
      { ...fixed('diffusivity', 'Thermal diffusivity', row.diffusivityMm2PerS), unit: 'mm²/s', source: bdk },
      { ...fixed('melt', 'Melt', row.meltC), unit: '°C', source: bdk },
      { ...fixed('mould', 'Mould', row.mouldC), unit: '°C', source: bdk },
      { ...fixed('ejection', 'Ejection', row.ejectionC), unit: '°C', source: bdk },
    ];
  const { thermalConductivityWPerMK: heat, specificHeatJPerKgK: holds } = material.figures;
  const alpha = ((heat?.value ?? 0.2) * 1000) / (material.densityGramsPerCm3 * (holds?.value ?? 1500));
  const serves = material.figures.maxServiceTempC?.value ?? 90;
  // The mould some way below what the plastic bears, the melt some way above.
  const ejection = Math.max(60, serves);
  return [
    {
      id: 'diffusivity',
      title: 'Thermal diffusivity',
      low: 0.7 * alpha,
      high: alpha,
      unit: 'mm²/s',
      source:
        'λ / (ρ c) of the materials table; the lower end, as a melt holds more heat, is our own estimate',
    },
    { ...fixed('melt', 'Melt', ejection + 150), unit: '°C', source: own },
    { ...fixed('mould', 'Mould', ejection - 35), unit: '°C', source: own },
    {
      ...fixed('ejection', 'Ejection', ejection),
      unit: '°C',
      source: 'highest service temperature of the materials table',
    },
  ];
}

function fixed(id: string, title: string, value: number): Pick<CostFigure, 'id' | 'title' | 'low' | 'high'> {
  return { id, title, low: value, high: value };
}

function itemsOf(values: Values, subject: CostSubject): CostItems {
  const of = (id: string): number => valueOf(values, id);
  const cooling = coolingTime(of('wall'), {
    diffusivity: of('diffusivity'),
    melt: of('melt'),
    mould: of('mould'),
    ejection: of('ejection'),
  });
  const cycle = cooling + of('fill_time') + of('dry_cycle');
  const cavities = of('cavities');
  return {
    material: (gramsOf(subject) / 1000) * of('shot') * of('material_price'),
    machine: ((cycle / 3600) * of('machine_rate')) / cavities,
    labour: 0,
    setup: of('setup_hours') * of('machine_rate'),
    // Several cavities are made cheaper than one by one: cost grows with their number to the 0.7 (chapter 8).
    tooling: of('mould_base') + of('toolmaking_hours') * of('toolmaker_rate') * cavities ** 0.7,
  };
}
