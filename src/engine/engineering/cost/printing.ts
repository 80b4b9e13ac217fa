// Printing: material with support or lost powder, machine time by build rate, labour for each part.
import { type CostModel, gramsOf, valueOf } from './cost-model.ts';

/** Support is built and thrown away; powder round the parts is lost without being built. */
function printing(isPowder: boolean): CostModel {
  return {
    figures: () => [],
    cost: (values, subject) => {
      const of = (id: string): number => valueOf(values, id);
      const part = of('fill') * (subject.volumeMm3 / 1000);
      const built = isPowder ? part : part * of('support');
      return {
        material: ((gramsOf(subject) * of('fill') * of('support')) / 1000) * of('material_price'),
        machine: (built / of('build_rate')) * of('machine_rate'),
        labour: (of('labour_time') / 60) * of('labour_rate'),
        setup: of('setup_hours') * of('labour_rate'),
        tooling: 0,
      };
    },
  };
}

export const solidPrinting = printing(false);
export const powderPrinting = printing(true);
