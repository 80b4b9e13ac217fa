// What the fields of one object say about a file it may stand for: name, format, length, hash.
import { extensionFor, knownExtension } from './media-type.ts';
import { remember } from './remember.ts';

/** The fields of an object by their names in snake_case. */
export type Fields = ReadonlyMap<string, unknown>;

export interface Clues {
  readonly fields: Fields;
  /** A name under one of the usual keys. */
  readonly name: string | null;
  /** A title, for want of a name. */
  readonly title: string | null;
  /** What the object says its type is, with a slash in it. */
  readonly saidType: string | null;
  /** The extension its name, type or format stands for. */
  readonly extension: string | null;
  readonly sha256: string | null;
  readonly sizeBytes: number | null;
  readonly isBase64: boolean;
}

const nameKeys = ['name', 'filename', 'file_name', 'original_name', 'original_filename', 'display_name'];
const titleKeys = ['title', 'label', 'document_title', 'caption'];
const typeKeys = ['mime_type', 'mimetype', 'media_type', 'content_type', 'type'];
const formatKeys = [
  'format',
  'file_format',
  'document_format',
  'extension',
  'file_extension',
  'file_type',
  'type',
];

/** A key as servers of all habits write it, in snake_case. */
export const snakeCase = remember((key) =>
  key
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[\s.-]+/g, '_')
    .toLowerCase(),
);

/** Collects the clues of an object. */
export function readClues(object: Readonly<Record<string, unknown>>): Clues {
  const fields = new Map(Object.entries(object).map(([key, value]) => [snakeCase(key), value]));
  const name = firstText(fields, nameKeys);
  const saidType = texts(fields, typeKeys).find((text) => text.includes('/')) ?? null;
  const formats = [...texts(fields, formatKeys), ...(saidType === null ? [] : [saidType])];
  const byName = name === null ? null : knownExtension(name);
  const extension = byName ?? formats.map(extensionFor).find((found) => found !== null) ?? null;
  return {
    fields,
    name,
    title: firstText(fields, titleKeys),
    saidType,
    extension,
    sha256: readSha256(fields),
    sizeBytes: readSize(fields),
    isBase64: firstText(fields, ['encoding', 'content_encoding', 'transfer_encoding']) === 'base64',
  };
}

/** The first of some keys that holds a text with something in it. */
export function firstText(fields: Fields, keys: readonly string[]): string | null {
  return texts(fields, keys)[0] ?? null;
}

function texts(fields: Fields, keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const value = fields.get(key);
    return typeof value === 'string' && value.trim() !== '' ? [value] : [];
  });
}

function readSha256(fields: Fields): string | null {
  const said = firstText(fields, ['sha256', 'sha_256', 'checksum_sha256', 'checksum', 'hash']);
  return /^(?:sha256:)?([0-9a-f]{64})$/i.exec(said ?? '')?.[1]?.toLowerCase() ?? null;
}

function readSize(fields: Fields): number | null {
  const sizes = ['size', 'size_bytes', 'file_size', 'content_length'].map((key) => fields.get(key));
  const size = sizes.find((value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0);
  return typeof size === 'number' ? size : null;
}
