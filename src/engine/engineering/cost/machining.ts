// Milling and turning: stock, the energy to cut away what is not the part, finishing of its surface, handling.
import {
  type CostFigure,
  type CostModel,
  type CostSubject,
  cuttingClass,
  valueOf,
  type Values,
} from './cost-model.ts';

function energy({ material, table }: CostSubject): CostFigure {
  const name = cuttingClass(material);
  const printed = table.cuttingEnergy[name];
  const [low, high] = printed ?? table.cuttingEnergyOwn[name] ?? [2, 9];
  return {
    id: 'cutting_energy',
    title: `Specific cutting energy, ${name.replace('_', ' ')}`,
    low,
    high,
    unit: 'W·s/mm³',
    source: table.sources[printed === undefined ? 'own' : 'kalpakjian'] ?? '',
  };
}

/** A block around the part, mm³, with the allowance on each side. */
function block({ box: [x, y, z] }: CostSubject, allowance: number): number {
  return (x + 2 * allowance) * (y + 2 * allowance) * (z + 2 * allowance);
}

/** A bar around the part, mm³: across its two most equal sizes, along the third. */
function bar({ box: [long, middle, short] }: CostSubject, allowance: number): number {
  const isDisc = long - middle < middle - short;
  const diameter = (isDisc ? long : middle) + 2 * allowance;
  return (Math.PI / 4) * diameter ** 2 * ((isDisc ? short : long) + 2 * allowance);
}

function machining(stockOf: (subject: CostSubject, allowance: number) => number): CostModel {
  return {
    figures: (subject) => [energy(subject)],
    cost: (values: Values, subject) => {
      const of = (id: string): number => valueOf(values, id);
      const stock = stockOf(subject, of('stock_allowance'));
      const removed = Math.max(0, stock - subject.volumeMm3);
      const roughing = (removed * of('cutting_energy')) / (of('spindle_power') * 1000);
      const finishing = (subject.areaMm2 / 100 / of('finishing_rate')) * 60;
      const perSecond = of('machine_rate') / 3600;
      return {
        material: ((stock / 1000) * subject.material.densityGramsPerCm3 * of('material_price')) / 1000,
        machine: (roughing + finishing) * perSecond,
        labour: of('handling_time') * 60 * perSecond,
        setup: of('setup_hours') * of('machine_rate'),
        tooling: 0,
      };
    },
  };
}

export const milling = machining(block);
export const turning = machining(bar);
