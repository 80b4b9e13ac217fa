// Suite `dfm`: wall thickness over 100,000 triangles, against one bare ray per triangle through the same tree.
import { makeCompound, makeCylinder, makeBaseBox, type Shape3D } from 'replicad';
import { partUnderTest } from '../src/cad/dfm/part-under-test.ts';
import { wallsOf } from '../src/cad/dfm/thickness.ts';
import { add, scale } from '../src/cad/dfm/vectors.ts';
import { loadOpenCascade } from '../src/cad/kernel/open-cascade.ts';
import { meshShape } from '../src/cad/kernel/mesh-shape.ts';
import { measure, rateOf } from './figure.ts';

export async function run(): Promise<void> {
  await loadOpenCascade();
  const deflection = { toleranceMm: 0.01, angleRad: 0.1 };
  const mesh = meshShape(plateWithHoles(), { name: 'plate', color: null, deflection });
  const count = mesh.indices.length / 3;
  await measure({
    bench: `dfm.thickness, ${count} triangles`,
    peer: 'one ray per triangle with three-mesh-bvh alone, same tree',
    unit: 'parts/s',
    goal: 0.8,
    rounds: 5,
    ours: () => {
      const part = partUnderTest([mesh], deflection.toleranceMm);
      return rateOf(1, () => void wallsOf(part));
    },
    theirs: () => {
      const { triangles, cast } = partUnderTest([mesh], deflection.toleranceMm);
      return rateOf(1, () => {
        for (const { center, normal } of triangles) {
          const inward = scale(normal, -1);
          cast(add(center, inward, 1e-4), inward);
        }
      });
    },
  });
}

/** 300 × 200 × 8 with 200 holes of 5 mm. */
function plateWithHoles(): Shape3D {
  const holes = Array.from({ length: 200 }, (_, index) =>
    makeCylinder(2.5, 10, [-135 + (index % 20) * 14, -85 + Math.floor(index / 20) * 18, -1], [0, 0, 1]),
  );
  return makeBaseBox(300, 200, 8).cut(makeCompound(holes) as Shape3D);
}
