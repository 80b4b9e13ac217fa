// The material that a request names, in its field or its words; null when it names none.
import { chooseMaterial, otherMaterial } from '../../cad/understand/choose-family.ts';
import type { MaterialChoice } from '../../cad/parts/part-specification.ts';
import type { EngineeringParts, EngineeringRequest } from './engineering-type.ts';
import { fieldRefusal } from './field-refusal.ts';

/** Refuses names that are not in the table, and a field and a message that disagree. */
export function saidMaterial(
  { data }: EngineeringRequest,
  materials: EngineeringParts['materials'],
): MaterialChoice | null {
  const said = { message: data.message, specifications: data.specifications ?? {} };
  const chosen = chooseMaterial(said, materials);
  if (!chosen.ok) throw fieldRefusal(chosen.fault.field, chosen.fault.message);
  const other = otherMaterial(said, materials);
  if (other !== null) {
    const words = `says ${chosen.material.name}, but the message says ${other.name}; make them agree`;
    throw fieldRefusal('specifications.material', words);
  }
  return chosen.origin === 'assumed' ? null : chosen.material;
}
