// The solids of a file that a person named, or a sentence that says why there are none.
import { readFileSync } from 'node:fs';
import type { Shape3D } from 'replicad';
import { Refusal } from '../../shared/std/result.ts';
import { cadFormatOf } from '../formats/cad-format.ts';
import { readSolids } from './exact-shapes.ts';

/** Reads a STEP or BREP file exactly; refuses other formats and what cannot be read. The list may be empty. */
export async function solidsOfFile(path: string, name: string): Promise<Shape3D[]> {
  const format = cadFormatOf(name);
  if (format === null || format === 'iges') {
    throw new Refusal('CAD_FILE', `${name}: only STEP and BREP files can be measured exactly.`, 'name');
  }
  try {
    return await readSolids(readFileSync(path), format);
  } catch {
    const words = `${name} is no readable ${format.toUpperCase()} file, or it is damaged.`;
    throw new Refusal('CAD_FILE', `${words} It stays attached.`, 'name');
  }
}
