// The engineering types this engine does: one row each. What has no row is refused with the list.
import type { EngineeringType } from './engineering-type.ts';
import { generateCad } from './generate-cad.ts';
import { measureModel } from './mass-properties.ts';

export const engineeringTypes: Readonly<Record<string, EngineeringType>> = {
  cad_generation: generateCad,
  mass_properties: measureModel,
};
