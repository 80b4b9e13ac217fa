// Media types and file name extensions of what engineers exchange; systems and browsers do not know CAD files.
import { extname } from 'node:path';

const byExtension: Readonly<Record<string, string>> = {
  step: 'model/step',
  stp: 'model/step',
  iges: 'model/iges',
  igs: 'model/iges',
  brep: 'model/vnd.occt.brep',
  stl: 'model/stl',
  glb: 'model/gltf-binary',
  gltf: 'model/gltf+json',
  obj: 'model/obj',
  ply: 'model/ply',
  '3mf': 'model/3mf',
  pdf: 'application/pdf',
  md: 'text/markdown',
  txt: 'text/plain',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  odt: 'application/vnd.oasis.opendocument.text',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  svg: 'image/svg+xml',
  dxf: 'image/vnd.dxf',
  dwg: 'image/vnd.dwg',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  zip: 'application/zip',
};

/** Other names of the same types, and words servers use for formats. */
const otherNames: Readonly<Record<string, string>> = {
  'application/step': 'step',
  'application/p21': 'step',
  'model/x.stl-binary': 'stl',
  'model/x.stl-ascii': 'stl',
  'application/sla': 'stl',
  'application/dxf': 'dxf',
  'image/x-dxf': 'dxf',
  'text/x-markdown': 'md',
  markdown: 'md',
  excel: 'xlsx',
  word: 'docx',
  text: 'txt',
};

/** The first extension of each media type. */
const byMediaType = new Map(
  Object.entries(byExtension)
    .toReversed()
    .map(([extension, mediaType]) => [mediaType, extension]),
);

/** The extension of a name, lower case, without the dot; null when it is none we know. */
export function knownExtension(name: string): string | null {
  const extension = extname(name).slice(1).toLowerCase();
  return Object.hasOwn(byExtension, extension) ? extension : null;
}

/** The extension for a media type, a format word or an extension as servers write them; null when unknown. */
export function extensionFor(word: string): string | null {
  const plain = (word.split(';')[0] ?? '').trim().toLowerCase().replace(/^\./, '');
  if (Object.hasOwn(byExtension, plain)) return plain;
  if (Object.hasOwn(otherNames, plain)) return otherNames[plain] ?? null;
  return byMediaType.get(plain) ?? null;
}

/** The media type by extension where we know it (contradiction 17), else what was said, else octets. */
export function mediaTypeOf(name: string, said: string | null): string {
  const extension = knownExtension(name);
  if (extension !== null) return byExtension[extension] ?? 'application/octet-stream';
  return said !== null && /^[\w.+-]+\/[\w.+-]+$/.test(said) ? said : 'application/octet-stream';
}
