// The engineering types this engine does: one row each. What has no row is refused with the list.
import { estimateCost } from './cost-estimate.ts';
import { analyzeDfm } from './dfm-analysis.ts';
import { drawModel } from './engineering-drawing.ts';
import type { EngineeringType } from './engineering-type.ts';
import { compareModels } from './model-comparison.ts';
import { convertModel } from './format-conversion.ts';
import { generateCad } from './generate-cad.ts';
import { measureModel } from './mass-properties.ts';
import { selectMaterial } from './material-selection.ts';
import { stackTolerances } from './stack-tolerances.ts';

export const engineeringTypes: Readonly<Record<string, EngineeringType>> = {
  cad_generation: generateCad,
  cost_estimate: estimateCost,
  dfm_analysis: analyzeDfm,
  engineering_drawing: drawModel,
  format_conversion: convertModel,
  mass_properties: measureModel,
  material_selection: selectMaterial,
  model_comparison: compareModels,
  tolerance_stackup: stackTolerances,
  tolerance_analysis: stackTolerances,
};
