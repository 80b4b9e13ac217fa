// The box around meshes.
import type { Box, PartMesh } from './part-mesh.ts';

/** The axis-parallel box of all points, mm; reversed infinities when there are none. */
export function boxOf(parts: readonly Pick<PartMesh, 'positions'>[]): Box {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const { positions } of parts) {
    for (let at = 0; at < positions.length; at += 1) {
      const axis = at % 3;
      const value = positions[at] ?? 0;
      min[axis] = Math.min(min[axis] ?? value, value);
      max[axis] = Math.max(max[axis] ?? value, value);
    }
  }
  return { min, max };
}
