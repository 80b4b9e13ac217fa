// Mesh formats by small files written here: units, axes, mirrored parts, and what damaged files say.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encodeModelMesh } from '../../../../src/cad/mesh/mesh-file.ts';
import type { ModelMesh } from '../../../../src/cad/mesh/part-mesh.ts';
import { loadModel, openerOf } from '../../../../src/renderer/viewer/load/loader.ts';
import { boxPart, modelOf } from './box-part.ts';

const box = boxPart([0, 0, 0], [100, 80, 20]);
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const textOf = (text: string): ArrayBuffer => bufferOf(new TextEncoder().encode(text));
const sizeOf = ({ box: { min, max } }: ModelMesh): number[] =>
  max.map((value, axis) => value - (min[axis] ?? 0));
const corners = Array.from({ length: 8 }, (_, at) => [...box.positions.slice(at * 3, at * 3 + 3)]);
const facets = Array.from({ length: 12 }, (_, at) => [...box.indices.slice(at * 3, at * 3 + 3)]);

function asciiStl(): string {
  const loops = facets.map((facet) => {
    const points = facet.map((corner) => `vertex ${(corners[corner] ?? []).join(' ')}`).join('\n');
    return `facet normal 0 0 0\nouter loop\n${points}\nendloop\nendfacet`;
  });
  return `solid box\n${loops.join('\n')}\nendsolid box\n`;
}

function glb(): ArrayBuffer {
  const positions = new Uint8Array(box.positions.buffer.slice(0));
  const indices = new Uint8Array(box.indices.buffer.slice(0));
  const json = {
    asset: { version: '2.0' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    // Millimetres as metres, and mirrored: the loader must give 100 × 80 × 20 mm with a volume above zero.
    nodes: [{ mesh: 0, name: 'Mirrored', scale: [-0.001, 0.001, 0.001] }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1 }] }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 8, type: 'VEC3', min: [0, 0, 0], max: [100, 80, 20] },
      { bufferView: 1, componentType: 5125, count: 36, type: 'SCALAR' },
    ],
    bufferViews: [
      { buffer: 0, byteOffset: 0, byteLength: positions.length },
      { buffer: 0, byteOffset: positions.length, byteLength: indices.length },
    ],
    buffers: [{ byteLength: positions.length + indices.length }],
  };
  const head = JSON.stringify(json);
  const padded = strToU8(head.padEnd(Math.ceil(head.length / 4) * 4));
  const body = [...positions, ...indices];
  const total = 12 + 8 + padded.length + 8 + body.length;
  const words = (...values: number[]): number[] => [...new Uint8Array(Uint32Array.from(values).buffer)];
  return bufferOf(
    Uint8Array.from([
      ...words(0x46546c67, 2, total, padded.length, 0x4e4f534a),
      ...padded,
      ...words(body.length, 0x004e4942),
      ...body,
    ]),
  );
}

describe('loading mesh formats', () => {
  it('reads ASCII STL, welds it into a closed solid and says that the unit is assumed', async () => {
    const model = await loadModel(textOf(asciiStl()), 'box.stl');
    expect(sizeOf(model)).toEqual([100, 80, 20]);
    expect(model.properties?.volumeMm3).toBeCloseTo(160_000, 3);
    expect(model.remarks).toEqual(['STL carries no unit: millimetres are assumed.']);
    expect(model.parts[0]?.edges[0]?.count).toBe(12);
  });

  it('turns metres and Y up into millimetres and Z up, and mirrored parts right side out', async () => {
    const model = await loadModel(glb(), 'box.glb');
    const [x = 0, y = 0, z = 0] = sizeOf(model);
    expect([x, y, z].map((value) => Number(value.toFixed(4)))).toEqual([100, 20, 80]);
    expect(model.properties?.volumeMm3).toBeCloseTo(160_000, 0);
  });

  it('reads OBJ', async () => {
    const lines = [
      ...corners.map((corner) => `v ${corner.join(' ')}`),
      ...facets.map((facet) => `f ${facet.map((corner) => corner + 1).join(' ')}`),
    ];
    expect(sizeOf(await loadModel(textOf(lines.join('\n')), 'box.obj'))).toEqual([100, 80, 20]);
  });

  it('reads our own mesh format, and refuses it cut off', async () => {
    const bytes = encodeModelMesh(modelOf(box));
    expect((await loadModel(bufferOf(bytes), 'box.mesh')).parts[0]?.positions).toEqual(box.positions);
    for (const length of [0, 7, 20, bytes.length - 4])
      await expect(loadModel(bufferOf(bytes.slice(0, length)), 'box.mesh')).rejects.toThrow(/Open it again/);
  });

  it.each([
    ['nothing.stl', ''],
    [
      'points.ply',
      'ply\nformat ascii 1.0\nelement vertex 1\nproperty float x\nproperty float y\nproperty float z\nend_header\n0 0 0\n',
    ],
    ['empty.obj', '# nothing here\n'],
    ['broken.obj', 'v 0 0 0\nv a b c\nv 0 1 0\nf 1 2 3\n'],
    ['broken.glb', 'glTF is not this'],
    ['broken.3mf', 'PK and no more'],
  ])('says that %s cannot be shown and stays attached', async (name, text) => {
    await expect(loadModel(textOf(text), name)).rejects.toThrow(/^.*cannot be shown: .*stays attached/);
  });

  it('refuses a 3MF unit that the standard does not have, before reading on', async () => {
    const zip = zipSync({ '3D/3dmodel.model': strToU8('<model unit="furlong"></model>') });
    await expect(loadModel(bufferOf(zip), 'field.3mf')).rejects.toThrow(/unit "furlong"/);
  });

  it('knows who opens what by the name', () => {
    expect(['a.STEP', 'b.stp', 'c.GLB', 'd.dwg', 'step'].map(openerOf)).toEqual([
      'kernel',
      'kernel',
      'page',
      null,
      null,
    ]);
  });
});
