// A file that an answer carries or names, and how one is put together from clues.
import { createHash } from 'node:crypto';
import type { Clues } from './file-clues.ts';
import { knownExtension, mediaTypeOf } from './media-type.ts';
import { safeFileName, withExtension } from './safe-file-name.ts';

/** `where` is the JSON path in `data`. An absent hash or length was not said by the server. */
export interface FoundFile {
  readonly source:
    | { readonly from: 'id'; readonly id: string }
    | { readonly from: 'url'; readonly url: string }
    | { readonly from: 'inline'; readonly bytes: Uint8Array };
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string | null;
  readonly sizeBytes: number | null;
  readonly where: string;
}

/** What is known of a file besides its source. `names` are tried in order. */
export interface Description {
  readonly names: readonly (string | null)[];
  readonly extension: string | null;
  readonly clues: Clues | null;
  readonly where: string;
}

/** Puts a linked file together. */
export function describeLinked(
  source: Exclude<FoundFile['source'], { from: 'inline' }>,
  description: Description,
): FoundFile {
  const { clues, where } = description;
  const name = nameOf(description);
  return {
    source,
    name,
    mediaType: mediaTypeOf(name, clues?.saidType ?? null),
    sha256: clues?.sha256 ?? null,
    sizeBytes: clues?.sizeBytes ?? null,
    where,
  };
}

/** Puts a file together whose bytes are here; hash and length are those of the bytes. */
export function describeInline(
  bytes: Uint8Array,
  description: Description,
  saidType: string | null,
): FoundFile {
  const name = nameOf(description);
  return {
    source: { from: 'inline', bytes },
    name,
    mediaType: mediaTypeOf(name, saidType ?? description.clues?.saidType ?? null),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: bytes.byteLength,
    where: description.where,
  };
}

/** Two mentions of one file: the first counts, the second adds what the first did not say. */
export function mergeMentions(first: FoundFile, second: FoundFile): FoundFile {
  const isNameless = knownExtension(first.name) === null && knownExtension(second.name) !== null;
  const { name, mediaType } = isNameless ? second : first;
  const sha256 = first.sha256 ?? second.sha256;
  return { ...first, name, mediaType, sha256, sizeBytes: first.sizeBytes ?? second.sizeBytes };
}

function nameOf({ names, extension }: Description): string {
  const known = names.find((name) => name !== null && name.trim() !== '' && knownExtension(name) !== null);
  const any = names.find((name) => name !== null && safeFileName(name, '') !== '');
  const name = safeFileName(known ?? any ?? 'file');
  return knownExtension(name) === null ? withExtension(name, extension) : name;
}

/** The last part of an address's path as a name; null when it has none with an extension we know. */
export function nameInUrl(url: string): string | null {
  const base = 'http://origin.invalid/';
  if (!URL.canParse(url, base)) return null;
  const parsed = new URL(url, base);
  const last = parsed.pathname.split('/').at(-1) ?? '';
  const asked = parsed.searchParams.get('filename') ?? parsed.searchParams.get('name');
  return [asked, decode(last)].find((name) => name !== null && knownExtension(name) !== null) ?? null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
