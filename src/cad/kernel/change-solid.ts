// One change to a solid with its checks: what fails, cuts the part to pieces or changes nothing is refused in its own words.
import { iterTopo, type Shape3D } from 'replicad';
import { Refusal } from '../../shared/std/result.ts';
import type { Done, Operation } from '../modify/operation.ts';
import { applyOperation, meetsEdge } from './apply-operation.ts';
import { checkSolid } from './solid-check.ts';

export interface Changed {
  readonly solid: Shape3D;
  readonly done: Done;
}

/** The changed solid and what the change took; `solid` itself stays as it is. Throws a `Refusal` in the change's own words. */
export async function changeSolid(solid: Shape3D, operation: Operation): Promise<Changed> {
  const { said } = operation;
  const before = checkSolid(solid, 'began');
  const pieces = piecesOf(solid);
  const next = await applyOperation(solid.clone(), operation).catch((error: unknown) => {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      'KERNEL',
      `"${said}" cannot be done on this part: the kernel found no such solid. Try smaller sizes, or other edges.`,
    );
  });
  const after = checkSolid(next, `made "${said}"`);
  const left = piecesOf(next);
  if (left > pieces) throw new Refusal('KERNEL', `"${said}" would cut the part into ${left} pieces.`);
  const isUnchanged = Math.abs(after - before) < 1e-6 * before && operation.op !== 'mirror';
  if (isUnchanged)
    throw new Refusal('KERNEL', `"${said}" changes nothing on this part: it meets no material or no edge.`);
  return { solid: next, done: { said, volumeChangeMm3: after - before, note: noteOn(solid, operation) } };
}

function piecesOf(solid: Shape3D): number {
  return [...iterTopo(solid.wrapped, 'solid')].length;
}

/** What a person should look at. */
function noteOn(solid: Shape3D, operation: Operation): string | null {
  if (operation.op !== 'holes' || !meetsEdge(solid, operation)) return null;
  return 'some holes meet an edge or an opening';
}
