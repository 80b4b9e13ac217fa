// The file that a text or object of a message is: its bytes stand right there.
import type { Clues } from './file-clues.ts';
import { isBase64Key, isContent, isNever, lastWord, stemOf } from './file-keys.ts';
import { describeInline, type FoundFile } from './found-file.ts';
import { decodeBase64, isTextFormat, readDataUrl, signatureOf, textSignature } from './inline-file.ts';
import { isRowKey } from './inline-table.ts';
import { extensionFor, knownExtension } from './media-type.ts';
import type { Place } from './place.ts';

/** The file a text carries: a data URL, base64, or text whose first lines or surroundings say its format. */
export function carriedByText(text: string, place: Place): FoundFile | null {
  if (isNever(place.key) || text.length < 8) return null;
  const data = readDataUrl(text);
  if (data !== null)
    return describe(data.bytes, { place, extension: data.extension, saidType: data.saidType });
  const expected = expectedFormat(text, place);
  const signed = textSignature(text);
  if (signed !== null) return describe(Buffer.from(text), { place, extension: signed });
  const decoded = fromBase64(text, { place, expected });
  if (decoded !== null) return decoded;
  if (!isTextFormat(expected) || !saysSomething(text, expected)) return null;
  return describe(Buffer.from(text), { place, extension: expected });
}

/** The format announced for a text: by its own key, or for contents by the object around it. */
function expectedFormat(text: string, place: Place): string | null {
  const { key, around, keyName } = place;
  const byKey = keyName === null ? extensionFor(lastWord(key)) : knownExtension(keyName);
  if (byKey !== null && byKey !== 'txt') return byKey;
  if (!isContent(key) || around === null) return null;
  if (isTextFormat(around.extension) || !isDocument(text, { place, around })) return around.extension;
  return 'md';
}

const documentKey = /(?:^|_)(?:document|report|specification|spec|datasheet|manual)$/;

/** The text of a document that stands in the answer: Markdown, unless files bring it anyway. */
function isDocument(text: string, { place, around }: { place: Place; around: Clues }): boolean {
  const files = around.fields.get('files');
  if (Array.isArray(files) && files.length > 0) return false;
  if (typeof around.fields.get('doc_type') === 'string') return true;
  if (documentKey.test(place.parent)) return around.title !== null || around.name !== null;
  return documentKey.test(place.key) && /^\s*#{1,6} \S[^\n]*\n/.test(text);
}

/** A word or an id is no file, even under a key that names a format. */
function saysSomething(text: string, extension: string | null): boolean {
  if (extension === 'csv' || extension === 'tsv') return /[,;\t]/.test(text) && text.includes('\n');
  return /\s/.test(text.trim());
}

/** Long base64 is believed when its bytes say or confirm a format; where a key or an encoding says base64, it is one. */
function fromBase64(
  text: string,
  { place, expected }: { place: Place; expected: string | null },
): FoundFile | null {
  const isSaid = saysBase64(place);
  const bytes = isSaid || text.length >= 24 ? decodeBase64(text) : null;
  if (bytes === null) return null;
  const signed = signatureOf(bytes);
  const announced = expected ?? (isBase64Key(place.key) ? (place.around?.extension ?? null) : null);
  if (isSaid) {
    const isFile = signed !== null || announced !== null || typeof place.around?.name === 'string';
    return isFile ? describe(bytes, { place, extension: announced ?? signed }) : null;
  }
  const isConfirmed = isTextFormat(announced) && isReadable(bytes);
  return signed === null && !isConfirmed ? null : describe(bytes, { place, extension: signed ?? announced });
}

function saysBase64({ key, around }: Place): boolean {
  return isBase64Key(key) || (isContent(key) && around?.isBase64 === true);
}

function isReadable(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /\s/.test(text) && !/(?![\t\n\v\f\r])\p{Cc}/u.test(text);
  } catch {
    return false;
  }
}

/** A glTF document that stands in the message as an object. */
export function carriedModel(value: Readonly<Record<string, unknown>>, place: Place): FoundFile | null {
  const { asset } = value;
  const isGltf =
    typeof asset === 'object' && asset !== null && 'version' in asset && typeof asset.version === 'string';
  if (!isGltf || !['meshes', 'scenes', 'nodes'].some((key) => Array.isArray(value[key]))) return null;
  return describe(Buffer.from(JSON.stringify(value)), { place, extension: 'gltf' });
}

/** A table that stands in the message as rows, as CSV. */
export function carriedTable(csv: string, place: Place): FoundFile {
  const key = isRowKey(place.key) && place.parent !== '' ? place.parent : place.key;
  return describe(Buffer.from(csv), { place: { ...place, key }, extension: 'csv' });
}

function describe(
  bytes: Uint8Array,
  { place, extension, saidType }: { place: Place; extension: string | null; saidType?: string | null },
): FoundFile {
  const { key, keyName, around, path } = place;
  const isPlain = isContent(stemOf(key));
  const ownName = isPlain || around?.extension === extension ? (around?.name ?? null) : null;
  const stem = around?.title ?? (isPlain && !documentKey.test(key) ? null : stemOf(key));
  const description = { names: [keyName, ownName, stem], extension, clues: null, where: path };
  return describeInline(bytes, description, saidType ?? (isPlain ? (around?.saidType ?? null) : null));
}
