// Files whose bytes stand in the message itself: data URLs, base64, and text that says what it is.
import { extensionFor } from './media-type.ts';

/** Bytes with the extension their form or signature stands for. */
export interface InlineBytes {
  readonly bytes: Uint8Array;
  readonly extension: string | null;
  readonly saidType: string | null;
}

/** Reads a `data:` URL (RFC 2397); null when it is none or empty. */
export function readDataUrl(text: string): InlineBytes | null {
  const comma = text.indexOf(',');
  if (!/^data:/i.test(text) || comma < 0 || comma > 1000) return null;
  const [type = '', ...parameters] = text.slice(5, comma).split(';');
  const isBase64 = parameters.some((parameter) => parameter.trim().toLowerCase() === 'base64');
  const bytes = isBase64
    ? decodeBase64(decodePercent(text.slice(comma + 1)))
    : percentBytes(text.slice(comma + 1));
  if (bytes === null || bytes.length === 0) return null;
  const saidType = type.trim() === '' ? 'text/plain' : type.trim().toLowerCase();
  return { bytes, saidType, extension: extensionFor(saidType) ?? signatureOf(bytes) };
}

function decodePercent(text: string): string {
  return text.includes('%') ? Buffer.from(percentBytes(text)).toString('latin1') : text;
}

function percentBytes(text: string): Uint8Array {
  const latin = Buffer.from(text).toString('latin1');
  return Buffer.from(
    latin.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** Decodes base64 or base64url, line breaks allowed; null when the text is anything else. */
export function decodeBase64(text: string): Uint8Array | null {
  const plain = text.replace(/[\r\n\t]+/g, '');
  if (plain.length < 8 || plain.replace(/=+$/, '').length % 4 === 1) return null;
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(plain) ? Buffer.from(plain, 'base64') : null;
}

const binarySignatures: readonly (readonly [string, string])[] = [
  ['glTF', 'glb'],
  ['%PDF-', 'pdf'],
  ['\x89PNG\r\n', 'png'],
  ['\xff\xd8\xff', 'jpg'],
];

/** The extension a file's first bytes stand for; null when they say nothing. Zip containers are told by `name` alone. */
export function signatureOf(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const binary = binarySignatures.find(([signature]) => start.startsWith(signature));
  if (binary !== undefined) return binary[1];
  if (start.startsWith('PK\x03\x04')) return zipKind(bytes);
  return isBinaryStl(bytes) ? 'stl' : textSignature(start);
}

/** Office files and 3MF name their first parts near the beginning of the zip. */
function zipKind(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  if (text.includes('xl/workbook.xml')) return 'xlsx';
  if (text.includes('word/document.xml')) return 'docx';
  return text.includes('3D/3dmodel.model') ? '3mf' : 'zip';
}

/** A binary STL: 80 bytes, a count of triangles, 50 bytes for each, and nothing more. */
function isBinaryStl(bytes: Uint8Array): boolean {
  if (bytes.length < 134) return false;
  const count = new DataView(bytes.buffer, bytes.byteOffset).getUint32(80, true);
  return bytes.length === 84 + 50 * count;
}

const textSignatures: readonly (readonly [RegExp, string])[] = [
  [/^\s*ISO-10303-21;/, 'step'],
  [/^\s*(?:999\r?\n[^\n]*\n\s*)*0\r?\n\s*SECTION\r?\n/, 'dxf'],
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i, 'svg'],
  [/^\s*solid\b[^\n]*\n\s*facet\s+normal\s/, 'stl'],
  [/^[^\n]{72}S\s{0,6}1\r?\n/, 'iges'],
];

/** The extension text stands for by its first lines: STEP, DXF, SVG, ASCII STL or IGES. */
export function textSignature(text: string): string | null {
  const start = text.slice(0, 4096);
  return textSignatures.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}

const textExtensions = new Set([
  'md',
  'csv',
  'tsv',
  'txt',
  'obj',
  'json',
  'gltf',
  'ply',
  'step',
  'stp',
  'iges',
  'igs',
  'stl',
  'dxf',
  'svg',
  'brep',
]);

/** Whether a format is text, so that its bytes may stand in a message as they are. */
export function isTextFormat(extension: string | null): boolean {
  return extension !== null && textExtensions.has(extension);
}
