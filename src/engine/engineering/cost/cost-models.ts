// The processes whose cost is estimated: one row each, beside its figures in resources/cost-models.json.
import type { CostModel } from './cost-model.ts';
import { dieCasting } from './die-casting.ts';
import { injectionMoulding } from './injection-moulding.ts';
import { milling, turning } from './machining.ts';
import { powderPrinting, solidPrinting } from './printing.ts';
import { laserCutting, sheetMetal } from './sheet.ts';

export const costModels: Readonly<Record<string, CostModel>> = {
  injection_moulding: injectionMoulding,
  die_casting: dieCasting,
  cnc_milling: milling,
  cnc_turning: turning,
  laser_cutting: laserCutting,
  sheet_metal: sheetMetal,
  fdm: solidPrinting,
  sla: solidPrinting,
  sls: powderPrinting,
  mjf: powderPrinting,
};
