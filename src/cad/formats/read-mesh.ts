// Which mesh formats are read, and the one way to read them.
import { extname } from 'node:path';
import { Refusal } from '../../shared/std/result.ts';
import type { PartMesh } from '../mesh/part-mesh.ts';
import { meshFault, meshOf, type Triangles } from './mesh-of.ts';
import { read3mf } from './read-3mf.ts';
import { readGlb } from './read-glb.ts';
import { readObj } from './read-obj.ts';
import { readPly } from './read-ply.ts';
import { readStl } from './read-stl.ts';

type Reader = (bytes: Uint8Array, name: string) => Triangles[] | Promise<Triangles[]>;

const readers: Readonly<Record<string, Reader>> = {
  '.stl': readStl,
  '.obj': readObj,
  '.ply': readPly,
  '.glb': readGlb,
  '.3mf': read3mf,
};
/** Larger ones no task here could finish. */
const mostBytes = 512 * 1024 * 1024;

/** Reads STL, OBJ, PLY, GLB or 3MF by the name's ending: one part per body, mm, Z up. A `Refusal` says what is wrong. */
export async function readMesh(bytes: Uint8Array, name: string): Promise<PartMesh[]> {
  const ending = extname(name).toLowerCase();
  const reader = readers[ending];
  const kind = ending.slice(1).toUpperCase();
  if (reader === undefined)
    throw new Refusal(
      'CAD_FILE',
      `${name} is no STEP, IGES, BREP, STL, OBJ, PLY, GLB or 3MF file by its name.`,
      'name',
    );
  if (bytes.length > mostBytes)
    throw meshFault(name, kind, `it is larger than ${mostBytes / 1024 / 1024} MB`);
  const parts = (await reader(bytes, name)).map(meshOf);
  const sound = parts.filter((part) => part !== null);
  if (sound.length === 0 || sound.length < parts.length)
    throw meshFault(name, kind, 'or it has no whole triangles');
  return sound;
}
