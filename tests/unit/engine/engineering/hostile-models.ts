// Model files that mean harm or are broken, made by hand: name, bytes, and what the answer must say.
import { strToU8, zipSync } from 'fflate';

export type HostileFile = readonly [what: string, name: string, bytes: Uint8Array | string, says: RegExp];

const step = (data: string): string =>
  `ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((''),'2;1');\nFILE_NAME('','',(''),(''),'','','');\nFILE_SCHEMA(('AUTOMOTIVE_DESIGN'));\nENDSEC;\nDATA;\n${data}\nENDSEC;\nEND-ISO-10303-21;\n`;
const noStep = /no readable STEP|no closed solid|failed|took longer|memory/;
const zeros = new Uint8Array(1_000_000);
/** The same noise every time (Park and Miller, 1988). */
const noise = Uint8Array.from({ length: 200_000 }, (_, at) => (((at + 1) * 48_271) % 2_147_483_647) & 255);

const brep = (data: string): string =>
  `DBRep_DrawableShape\n\nCASCADE Topology V1, (c) Matra-Datavision\n${data}\n`;
const noBrep = /no readable BREP|no closed solid|failed|took longer|memory/;

function stl(triangles: number, values: readonly number[] = []): Uint8Array {
  const view = new DataView(new ArrayBuffer(84 + Math.ceil(values.length / 9) * 50));
  view.setUint32(80, triangles, true);
  values.forEach((value, at) =>
    view.setFloat32(84 + Math.floor(at / 9) * 50 + 12 + (at % 9) * 4, value, true),
  );
  return new Uint8Array(view.buffer);
}

function glb(
  json: unknown,
  { total, jsonBytes, binary = 0 }: { total?: number; jsonBytes?: number; binary?: number } = {},
): Uint8Array {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  const head = strToU8(text.padEnd(Math.ceil(text.length / 4) * 4));
  const size = 20 + head.length + (binary === 0 ? 0 : 8 + binary);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(strToU8('glTF'));
  view.setUint32(4, 2, true);
  view.setUint32(8, total ?? size, true);
  view.setUint32(12, jsonBytes ?? head.length, true);
  bytes.set(strToU8('JSON'), 16);
  bytes.set(head, 20);
  if (binary > 0) {
    view.setUint32(20 + head.length, binary, true);
    bytes.set(strToU8('BIN\0'), 24 + head.length);
  }
  return bytes;
}
const gltf = (more: Record<string, unknown>): Record<string, unknown> => ({
  asset: { version: '2.0' },
  scenes: [{ nodes: [0] }],
  nodes: [{ mesh: 0 }],
  meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
  ...more,
});

const threeMf = (resources: string, items = '<item objectid="1"/>'): Uint8Array =>
  zipSync({
    '3D/3dmodel.model': strToU8(
      `<model unit="millimeter"><resources>${resources}</resources><build>${items}</build></model>`,
    ),
  });
const flatTriangle =
  '<vertices><vertex x="0" y="0" z="0"/><vertex x="1" y="0" z="0"/><vertex x="0" y="1" z="0"/></vertices>';
const object = (id: number, inside: string): string => `<object id="${id}">${inside}</object>`;
const component = (id: number): string => `<component objectid="${id}"/>`;
/** Ten objects, each of which holds ten of the one before: ten thousand million triangles. */
const laughs = [
  object(1, `<mesh>${flatTriangle}<triangles><triangle v1="0" v2="1" v3="2"/></triangles></mesh>`),
  ...Array.from({ length: 10 }, (_, at) =>
    object(at + 2, `<components>${component(at + 1).repeat(10)}</components>`),
  ),
].join('');

/** A package whose heads claim another size than what is packed. */
function lying(claimed: number): Uint8Array {
  const bytes = zipSync({ '3D/3dmodel.model': new Uint8Array(4_000_000).fill(32) });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint32(22, claimed, true);
  for (let at = 0; at + 46 < bytes.length; at += 1)
    if (view.getUint32(at, true) === 0x02_01_4b_50) view.setUint32(at + 24, claimed, true);
  return bytes;
}

const ply = (counts: string, body = '', format = 'ascii'): string =>
  `ply\nformat ${format} 1.0\nelement vertex ${counts}\nproperty float x\nproperty float y\nproperty float z\nelement face 1\nproperty list uchar int vertex_indices\nend_header\n${body}`;

export const hostileModels: readonly HostileFile[] = [
  ['an empty STEP', 'a.step', '', noStep],
  ['a STEP of words', 'a.step', 'please measure me', noStep],
  ['a STEP without a body', 'a.step', step(''), noStep],
  ['a STEP of zeros', 'a.step', zeros, noStep],
  ['a STEP of noise', 'a.step', noise, noStep],
  [
    'a STEP whose loop holds itself',
    'a.step',
    step(
      "#1=EDGE_LOOP('',(#1));\n#2=FACE_BOUND('',#1,.T.);\n#3=ADVANCED_FACE('',(#2),#3,.T.);\n#4=CLOSED_SHELL('',(#3));\n#5=MANIFOLD_SOLID_BREP('',#4);\n#6=ADVANCED_BREP_SHAPE_REPRESENTATION('',(#5),#6);",
    ),
    noStep,
  ],
  [
    'a STEP whose items hold one another',
    'a.step',
    step("#1=SHAPE_REPRESENTATION('',(#2),#3);\n#2=MAPPED_ITEM('',#4,#4);\n#4=REPRESENTATION_MAP(#2,#1);"),
    noStep,
  ],
  ['a STEP that names what is not there', 'a.step', step("#1=MANIFOLD_SOLID_BREP('',#99);"), noStep],
  [
    'a STEP with parentheses a hundred thousand deep',
    'a.step',
    step(`#1=CLOSED_SHELL('',${'('.repeat(100_000)});`),
    noStep,
  ],
  [
    'a STEP with one text of five megabytes',
    'a.step',
    step(`#1=PRODUCT('${'A'.repeat(5_000_000)}','','',());`),
    noStep,
  ],
  [
    'a STEP with a hundred thousand equal numbers',
    'a.step',
    step("#1=CARTESIAN_POINT('',(0.,0.,0.));\n".repeat(100_000)),
    noStep,
  ],
  ['a STEP of an unknown schema', 'a.step', step('#1=X();').replace('AUTOMOTIVE_DESIGN', 'COOKING'), noStep],
  ['an empty BREP', 'a.brep', '', noBrep],
  ['a BREP of words', 'a.brep', 'please', noBrep],
  [
    'a BREP with four thousand million surfaces',
    'a.brep',
    brep('Locations 0\nCurve2ds 0\nCurves 0\nPolygon3D 0\nPolygonOnTriangulations 0\nSurfaces 4000000000\n'),
    noBrep,
  ],
  [
    'a BREP with less than no shapes',
    'a.brep',
    brep(
      'Locations 0\nCurve2ds 0\nCurves 0\nPolygon3D 0\nPolygonOnTriangulations 0\nSurfaces 0\nTriangulations 0\n\nTShapes -7\n',
    ),
    noBrep,
  ],
  ['a BREP that is cut off', 'a.brep', brep('Locations 1\n1\n1 0 0'), noBrep],
  ['a BREP of noise', 'a.brep', noise, noBrep],
  ['an empty IGES', 'a.igs', '', /no readable IGES|no surfaces/],
  ['an IGES of words', 'a.iges', 'S      1\nG      1\nhello', /no readable IGES|no surfaces|failed/],
  ['an IGES of noise', 'a.igs', noise, /no readable IGES|no surfaces|failed/],
  ['an empty STL', 'a.stl', '', /no readable STL/],
  ['an STL of 83 bytes', 'a.stl', zeros.subarray(0, 83), /no readable STL/],
  ['an STL with no triangle', 'a.stl', stl(0), /no readable STL/],
  [
    'an STL that claims four thousand million triangles',
    'a.stl',
    stl(4_294_967_295, [0, 0, 0, 1, 0, 0, 0, 1, 0]),
    /no readable STL/,
  ],
  [
    'an STL that claims one triangle more than it has',
    'a.stl',
    stl(2, [0, 0, 0, 1, 0, 0, 0, 1, 0]),
    /no readable STL/,
  ],
  ['an STL of one triangle', 'a.stl', stl(1, [0, 0, 0, 1, 0, 0, 0, 1, 0]), /no closed mesh: 3/],
  ['an STL with NaN', 'a.stl', stl(1, [Number.NaN, 0, 0, 1, 0, 0, 0, 1, 0]), /no readable STL/],
  ['an STL with Infinity', 'a.stl', stl(1, [Infinity, 0, 0, 1, 0, 0, 0, 1, 0]), /no readable STL/],
  ['an STL of words without numbers', 'a.stl', 'solid x\nfacet\nvertex a b c\nendsolid', /no readable STL/],
  [
    'an STL of words with two corners',
    'a.stl',
    'solid x\nvertex 0 0 0\nvertex 1 0 0\nendsolid',
    /no readable STL/,
  ],
  [
    'an STL of words with 1e309',
    'a.stl',
    'solid x\nvertex 1e309 0 0\nvertex 1 0 0\nvertex 0 1 0\nendsolid',
    /no readable STL/,
  ],
  ['an empty OBJ', 'a.obj', '', /no readable OBJ/],
  ['an OBJ of points only', 'a.obj', 'v 0 0 0\nv 1 0 0\n', /no readable OBJ/],
  ['an OBJ with a point that is not there', 'a.obj', 'v 0 0 0\nf 1 2 3\n', /no readable OBJ.*not there/],
  ['an OBJ that counts from nought', 'a.obj', 'v 0 0 0\nv 1 0 0\nv 0 1 0\nf 0 1 2\n', /no readable OBJ/],
  ['an OBJ that counts back beyond the start', 'a.obj', 'v 0 0 0\nf -1 -2 -3\n', /no readable OBJ/],
  ['an OBJ with 1e309', 'a.obj', 'v 1e309 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n', /no readable OBJ/],
  ['an OBJ with words for numbers', 'a.obj', 'v a b c\nv 1 0 0\nv 0 1 0\nf 1 2 3\n', /no readable OBJ/],
  [
    'an OBJ with one face of ninety thousand corners and no body',
    'a.obj',
    `v 0 0 0\nv 1 0 0\nv 0 1 0\nf ${'1 2 3 '.repeat(30_000)}\n`,
    /no closed mesh|no readable OBJ/,
  ],
  ['an OBJ of noise', 'a.obj', noise, /no readable OBJ/],
  ['an empty PLY', 'a.ply', '', /no readable PLY/],
  ['a PLY that claims four thousand million points', 'a.ply', ply('4294967295'), /no readable PLY.*shorter/],
  ['a PLY with less than no points', 'a.ply', ply('-5'), /no readable PLY/],
  ['a PLY with NaN points', 'a.ply', ply('NaN'), /no readable PLY/],
  ['a PLY with words for numbers', 'a.ply', ply('3', 'a b c\nd e f\ng h i\n3 0 1 2\n'), /no readable PLY/],
  [
    'a PLY with a corner that is not there',
    'a.ply',
    ply('3', '0 0 0\n1 0 0\n0 1 0\n3 0 1 77\n'),
    /no readable PLY/,
  ],
  [
    'a PLY with a corner below nought',
    'a.ply',
    ply('3', '0 0 0\n1 0 0\n0 1 0\n3 0 -1 2\n'),
    /no readable PLY/,
  ],
  ['a PLY of an unknown form', 'a.ply', ply('3', '', 'morse'), /no readable PLY/],
  [
    'a PLY without an end to its head',
    'a.ply',
    'ply\nformat ascii 1.0\nelement vertex 3\n',
    /no readable PLY/,
  ],
  [
    'a PLY whose face has two thousand million corners',
    'a.ply',
    ply('3', '0 0 0\n1 0 0\n0 1 0\n2000000000 0 1 2\n'),
    /no readable PLY/,
  ],
  ['an empty GLB', 'a.glb', '', /no readable GLB/],
  ['a GLB of noise', 'a.glb', noise, /no readable GLB/],
  [
    'a GLB that claims to be four gigabytes',
    'a.glb',
    glb(gltf({}), { total: 4_294_967_295 }),
    /no readable GLB/,
  ],
  [
    'a GLB whose head claims to be two gigabytes',
    'a.glb',
    glb(gltf({}), { jsonBytes: 2_000_000_000 }),
    /no readable GLB/,
  ],
  ['a GLB whose head is no JSON', 'a.glb', glb('{"asset":'), /no readable GLB/],
  ['a GLB whose head is a list', 'a.glb', glb([1, 2, 3]), /no readable GLB/],
  [
    'a GLB whose head is nested a hundred thousand deep',
    'a.glb',
    glb('['.repeat(100_000)),
    /no readable GLB/,
  ],
  [
    'a GLB with four thousand million values',
    'a.glb',
    glb(gltf({ accessors: [{ componentType: 5126, count: 4_000_000_000, type: 'VEC3' }] })),
    /no readable GLB.*4000000000 values/,
  ],
  [
    'a GLB with less than no values',
    'a.glb',
    glb(gltf({ accessors: [{ componentType: 5126, count: -3, type: 'VEC3' }] })),
    /no readable GLB/,
  ],
  [
    'a GLB whose values lie beyond its end',
    'a.glb',
    glb(
      gltf({
        accessors: [{ bufferView: 0, componentType: 5126, count: 3, type: 'VEC3' }],
        bufferViews: [{ buffer: 0, byteOffset: 1_000_000, byteLength: 36 }],
        buffers: [{ byteLength: 36 }],
      }),
      { binary: 36 },
    ),
    /no readable GLB/,
  ],
  [
    'a GLB that names a file of this machine',
    'a.glb',
    glb(gltf({ buffers: [{ byteLength: 36, uri: 'file:///etc/hostname' }] })),
    /no readable GLB.*other files/,
  ],
  [
    'a GLB whose node is its own child',
    'a.glb',
    glb(gltf({ nodes: [{ mesh: 0, children: [0] }] })),
    /no readable GLB/,
  ],
  [
    'a GLB that needs what is not read',
    'a.glb',
    glb(
      gltf({
        extensionsRequired: ['KHR_draco_mesh_compression'],
        extensionsUsed: ['KHR_draco_mesh_compression'],
      }),
    ),
    /no readable GLB/,
  ],
  [
    'a GLB without corners',
    'a.glb',
    glb(gltf({ meshes: [{ primitives: [{ attributes: {} }] }] })),
    /no readable GLB/,
  ],
  ['an empty 3MF', 'a.3mf', '', /no readable 3MF/],
  ['a 3MF that is no package', 'a.3mf', noise, /no readable 3MF/],
  ['a 3MF without a model', 'a.3mf', zipSync({ 'readme.txt': strToU8('hello') }), /no readable 3MF/],
  [
    'a 3MF whose model lies outside of it',
    'a.3mf',
    zipSync({ '../../3D/3dmodel.model': strToU8('<model/>'), '/etc/3D/x.model': strToU8('<model/>') }),
    /no readable 3MF/,
  ],
  [
    'a 3MF that claims to be four gigabytes unpacked',
    'a.3mf',
    lying(4_294_967_294),
    /too large when it is unpacked/,
  ],
  ['a 3MF that is larger unpacked than it claims', 'a.3mf', lying(100), /no readable 3MF/],
  [
    'a 3MF of fifty megabytes of blanks',
    'a.3mf',
    zipSync({ '3D/3dmodel.model': new Uint8Array(50_000_000).fill(32) }, { level: 1 }),
    /no readable 3MF/,
  ],
  [
    'a 3MF whose object holds itself',
    'a.3mf',
    threeMf(object(1, `<components>${component(1)}</components>`)),
    /without end/,
  ],
  [
    'a 3MF with ten thousand million triangles in ten objects',
    'a.3mf',
    threeMf(laughs, '<item objectid="11"/>'),
    /too many/,
  ],
  ['a 3MF that names an object that is not there', 'a.3mf', threeMf('', '<item objectid="7"/>'), /not there/],
  [
    'a 3MF with a corner that is not there',
    'a.3mf',
    threeMf(object(1, `<mesh>${flatTriangle}<triangles><triangle v1="0" v2="1" v3="9"/></triangles></mesh>`)),
    /no readable 3MF/,
  ],
  [
    'a 3MF with 1e309',
    'a.3mf',
    threeMf(
      object(
        1,
        `<mesh>${flatTriangle.replace('x="1"', 'x="1e309"')}<triangles><triangle v1="0" v2="1" v3="2"/></triangles></mesh>`,
      ),
    ),
    /no readable 3MF/,
  ],
  [
    'a 3MF whose entities hold one another',
    'a.3mf',
    zipSync({
      '3D/3dmodel.model': strToU8(
        `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "${'&a;'.repeat(1000)}">]><model><name>&b;</name></model>`,
      ),
    }),
    /no readable 3MF/,
  ],
];
