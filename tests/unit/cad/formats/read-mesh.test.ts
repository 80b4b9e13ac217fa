// Mesh files: what our readers make of files that others describe, against a tetrahedron of 1/6 · 10 · 20 · 30 mm³.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readMesh } from '../../../../src/cad/formats/read-mesh.ts';
import { write3mf } from '../../../../src/cad/formats/write-3mf.ts';
import { writeGlb } from '../../../../src/cad/formats/write-glb.ts';
import { writeObj } from '../../../../src/cad/formats/write-obj.ts';
import { writeStl } from '../../../../src/cad/formats/write-stl.ts';
import { measureMesh } from '../../../../src/cad/mesh/closed-mesh.ts';

const corners = [
  [0, 0, 0],
  [10, 0, 0],
  [0, 20, 0],
  [0, 0, 30],
] as const;
const facets = [
  [0, 2, 1],
  [0, 1, 3],
  [1, 2, 3],
  [0, 3, 2],
] as const;
const volume = 1000;
const obj = `# inches they are not\no left part\n${corners.map((point) => `v ${point.join(' ')}`).join('\n')}\n${facets
  .map((facet) => `f ${facet.map((index) => `${index + 1}/1/1`).join(' ')}`)
  .join('\n')}\n`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function measured(file: Uint8Array, name: string) {
  const found = measureMesh(await readMesh(file, name));
  return { ...found, volumeMm3: Number(found.volumeMm3.toFixed(6)) };
}

describe('every format brings the same body', () => {
  test('OBJ, also with places counted from the end and polygons of five', async () => {
    expect(await measured(bytes(obj), 'a.obj')).toMatchObject({ volumeMm3: volume, open: { count: 0 } });
    const ends = obj.replaceAll(
      /f (\d)\S* (\d)\S* (\d)\S*/g,
      (_, a, b, c) => `f ${+a - 5} ${+b - 5} ${+c - 5}`,
    );
    expect(await measured(bytes(ends), 'a.obj')).toMatchObject({ volumeMm3: volume });
    const roof = 'v 0 0 0\nv 10 0 0\nv 10 10 0\nv 5 15 0\nv 0 10 0\nf 1 2 3 4 5\n';
    expect((await measured(bytes(roof), 'a.obj')).areaMm2).toBeCloseTo(125, 5);
  });

  test('what our writers write comes back, each in its own unit and axes', async () => {
    const parts = await readMesh(bytes(obj), 'a.obj');
    expect(parts[0]?.name).toBe('left part');
    for (const [name, file] of [
      ['a.stl', writeStl(parts)],
      ['a.obj', writeObj(parts)],
      ['a.3mf', write3mf(parts)],
      ['a.glb', await writeGlb(parts)],
    ] as const) {
      const found = await measured(file, name);
      expect(found.volumeMm3).toBeCloseTo(volume, 2);
      found.centerOfMassMm.forEach((value, axis) => expect(value).toBeCloseTo([2.5, 5, 7.5][axis] ?? 0, 4));
      found.sizeMm.forEach((value, axis) => expect(value).toBeCloseTo([10, 20, 30][axis] ?? 0, 4));
    }
  });

  const plyHead = (format: string, type: string): string =>
    `ply\nformat ${format} 1.0\ncomment made by hand\nelement vertex 4\nproperty ${type} x\nproperty ${type} y\nproperty ${type} z\nelement face 4\nproperty list uchar int vertex_indices\nend_header\n`;

  test('PLY in words, and binary with the large and the small end first', async () => {
    const words = `${corners.map((point) => point.join(' ')).join('\n')}\n${facets.map((facet) => `3 ${facet.join(' ')}`).join('\n')}\n`;
    expect(await measured(bytes(plyHead('ascii', 'float') + words), 'a.ply')).toMatchObject({
      volumeMm3: volume,
    });
    for (const isLittle of [true, false]) {
      const head = bytes(plyHead(isLittle ? 'binary_little_endian' : 'binary_big_endian', 'double'));
      const body = new DataView(new ArrayBuffer(4 * 24 + 4 * 13));
      corners.flat().forEach((value, at) => body.setFloat64(at * 8, value, isLittle));
      facets.forEach((facet, row) => {
        body.setUint8(96 + row * 13, 3);
        facet.forEach((index, at) => body.setInt32(97 + row * 13 + at * 4, index, isLittle));
      });
      const file = new Uint8Array([...head, ...new Uint8Array(body.buffer)]);
      expect(await measured(file, 'a.ply')).toMatchObject({ volumeMm3: volume, open: { count: 0 } });
    }
  });

  test('3MF in inches, with a component that is moved and mirrored by its item', async () => {
    const mesh = `<mesh><vertices>${corners.map(([x, y, z]) => `<vertex x="${x}" y="${y}" z="${z}"/>`).join('')}</vertices><triangles>${facets.map(([a, b, c]) => `<triangle v1="${a}" v2="${b}" v3="${c}"/>`).join('')}</triangles></mesh>`;
    const model = `<model unit="inch"><resources><object id="1" name="t">${mesh}</object><object id="2"><components><component objectid="1" transform="1 0 0 0 1 0 0 0 1 100 0 0"/></components></object></resources><build><item objectid="2" transform="0 1 0 -1 0 0 0 0 1 0 0 5"/></build></model>`;
    const file = zipSync({ '3D/3dmodel.model': strToU8(model) });
    const found = measureMesh(await readMesh(file, 'a.3mf'));
    expect(found.volumeMm3 / (volume * 25.4 ** 3)).toBeCloseTo(1, 6);
    // The centre (2.5, 5, 7.5) goes to (102.5, 5, 7.5), then a quarter turn: (−5, 102.5, 12.5) inches.
    found.centerOfMassMm.forEach((value, axis) =>
      expect(value / 25.4).toBeCloseTo([-5, 102.5, 12.5][axis] ?? 0, 4),
    );
  });
});

describe('figures of a closed mesh', () => {
  test('[P-MASS-5] inertia of a block: V (b² + c²) / 12, off-diagonals none, wherever it stands', async () => {
    const [b, c, d] = [10, 20, 30];
    const block = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => [at & 1 ? b : 0, at & 2 ? c : 0, at & 4 ? d : 0]);
    const quads = ['1 3 4 2', '5 6 8 7', '1 2 6 5', '3 7 8 4', '1 5 7 3', '2 4 8 6'];
    const at = (shift: number): string =>
      `${block.map((point) => `v ${point.map((value) => value + shift).join(' ')}`).join('\n')}\n${quads.map((quad) => `f ${quad}`).join('\n')}`;
    for (const shift of [0, 500]) {
      const found = measureMesh(await readMesh(bytes(at(shift)), 'b.obj'));
      const inertia = [c * c + d * d, b * b + d * d, b * b + c * c].map((sum) => (6000 * sum) / 12);
      inertia.forEach((value, axis) => expect((found.inertiaMm5[axis] ?? 0) / value).toBeCloseTo(1, 6));
      found.inertiaMm5.slice(3).forEach((value) => expect(Math.abs(value)).toBeLessThan(1));
    }
  });

  test('a hole in the mesh is counted by its open edges', async () => {
    const open = obj.split('\n').slice(0, -2).join('\n');
    expect((await measured(bytes(open), 'a.obj')).open.count).toBe(3);
  });
});
