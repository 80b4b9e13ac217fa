// Die casting: cycle and die by ranges; the die is a mould of steel for hot metal.
import { type CostModel, gramsOf, valueOf } from './cost-model.ts';
import { mouldBase, toolmakingHours } from './injection-moulding.ts';

export const dieCasting: CostModel = {
  figures: (subject) => {
    const hours = toolmakingHours(subject);
    const base = mouldBase(subject);
    const source = `${subject.table.sources['bdk'] ?? 'bdk'}, equations for the mould, by area and faces`;
    return [
      {
        id: 'toolmaking_hours',
        title: 'Making cavity and core',
        low: 0.7 * hours,
        high: 1.3 * hours,
        unit: 'h',
        source,
      },
      { id: 'mould_base', title: 'Die base', low: base, high: 2 * base, unit: 'EUR', source },
    ];
  },
  cost: (values, subject) => {
    const of = (id: string): number => valueOf(values, id);
    return {
      material: (gramsOf(subject) / 1000) * of('melt_loss') * of('material_price'),
      machine: (of('cycle_time') / 3600) * of('machine_rate'),
      labour: (of('trim_time') / 3600) * of('machine_rate'),
      setup: of('setup_hours') * of('machine_rate'),
      tooling: of('die_factor') * (of('mould_base') + of('toolmaking_hours') * of('toolmaker_rate')),
    };
  },
};
