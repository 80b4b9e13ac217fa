// Volume, surface and centre of mass of meshes, against the closed forms of box and regular prism.
import { describe, expect, it } from 'vitest';
import { meshProperties, sumProperties } from '../../../../src/renderer/viewer/model/mesh-properties.ts';
import { barPart, boxPart } from './box-part.ts';

describe('mesh properties', () => {
  it('measures a box away from the origin', () => {
    const found = meshProperties(boxPart([10, 20, 30], [110, 100, 50]));
    expect(found).toMatchObject({ method: 'mesh' });
    expect(found?.volumeMm3).toBeCloseTo(160_000, 4);
    expect(found?.areaMm2).toBeCloseTo(2 * (8000 + 2000 + 1600), 4);
    for (const [axis, value] of [60, 60, 40].entries())
      expect(found?.centerOfMassMm[axis]).toBeCloseTo(value, 6);
  });

  it('measures a prism of 64 sides: n/2 r² sin(2π/n) h, less than the cylinder it stands for', () => {
    const found = meshProperties(barPart([3, 4], 5, 30));
    expect(found?.volumeMm3).toBeCloseTo(32 * 25 * Math.sin((2 * Math.PI) / 64) * 30, 2);
    expect(found?.volumeMm3).toBeLessThan(Math.PI * 25 * 30);
  });

  it('knows no volume of an open or an inside-out mesh', () => {
    const box = boxPart([0, 0, 0], [1, 1, 1]);
    expect(meshProperties({ ...box, indices: box.indices.slice(3) })).toBeNull();
    expect(meshProperties({ ...box, indices: box.indices.toReversed() })).toBeNull();
  });

  it('sums bodies, weighing their centres by volume, and knows nothing when one is open', () => {
    const bodies = [
      meshProperties(boxPart([0, 0, 0], [10, 10, 10])),
      meshProperties(boxPart([20, 0, 0], [50, 10, 10])),
    ];
    const sum = sumProperties(bodies);
    expect(sum?.volumeMm3).toBeCloseTo(4000, 6);
    expect(sum?.centerOfMassMm[0]).toBeCloseTo((5 * 1000 + 35 * 3000) / 4000, 6);
    expect(sumProperties([...bodies, null])).toBeNull();
    expect(sumProperties([])).toBeNull();
  });
});
