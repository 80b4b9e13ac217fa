// Files that a message names: by an id of the files API, by an address, or by links in its text.
import { type Clues, firstText } from './file-clues.ts';
import {
  holdingOf,
  isAddress,
  isFileAddress,
  isFileId,
  isLabel,
  isNamedId,
  isNever,
  lastWord,
  stemOf,
} from './file-keys.ts';
import { describeLinked, type FoundFile, nameInUrl } from './found-file.ts';
import { extensionFor, knownExtension } from './media-type.ts';
import type { Place } from './place.ts';

const addressKeys = ['download_url', 'file_url', 'url', 'uri', 'href', 'link', 'signed_url'];
const apiFields = ['current_revision_id', 'revision_count', 'mime_type', 'sha256'];
const longestId = 512;
const longestAddress = 8192;

/** The file an object itself stands for: the file object of the public API, or a name beside an id or an address. */
export function linkOfObject(clues: Clues, place: Place): FoundFile | null {
  const description = {
    names: [clues.name, place.keyName, clues.title],
    extension: clues.extension,
    clues,
    where: place.path,
  };
  const id = idOf(clues);
  const url = firstText(clues.fields, addressKeys);
  const address = url !== null && canFetch(url) ? url : null;
  if (!isFileLike(clues, place, address)) return null;
  const knowsApi = apiFields.some((field) => clues.fields.has(field));
  if (id !== null && (address === null || knowsApi || idInAddress(address) === id)) {
    return describeLinked({ from: 'id', id }, description);
  }
  if (address === null) return null;
  const names = [clues.name, place.keyName, nameInUrl(address), clues.title];
  return describeLinked({ from: 'url', url: address }, { ...description, names });
}

function idOf({ fields }: Clues): string | null {
  const id = fields.get('file_id') ?? fields.get('id');
  return typeof id === 'string' && isId(id) ? id : null;
}

/** Users, products and ideas have ids and names too: a file says its format, or stands among files. */
function isFileLike(clues: Clues, { key, parent, keyName }: Place, address: string | null): boolean {
  const { name, title, fields, extension } = clues;
  if (fields.has('file_id')) return true;
  const amongFiles = holdingOf(parent) === 'files' || holdingOf(key) === 'files';
  if (keyName !== null && (address !== null || fields.has('id'))) return true;
  if (name === null && !(amongFiles && (title !== null || address !== null))) return false;
  if (amongFiles || fields.has('mime_type') || (name !== null && knownExtension(name) !== null)) return true;
  return (
    extension !== null && (address !== null || holdingOf(parent) === 'models' || holdingOf(key) === 'models')
  );
}

/** The file a text names by id or address, judged by the key it stands under. */
export function linkOfText(text: string, place: Place): FoundFile | null {
  const { key, around } = place;
  const word = extensionFor(lastWord(key));
  const prefix = stemOf(key);
  const beside = firstText(around?.fields ?? new Map(), [
    `${prefix}_file_name`,
    `${prefix}_filename`,
    `${prefix}_name`,
  ]);
  const isGeneric = word === null && beside === null;
  const clues = isGeneric ? around : null;
  const extension = word ?? clues?.extension ?? null;
  const title = around?.name ?? around?.title ?? null;
  const rest = { extension, clues, where: place.path };
  if (!isLabel(key) && canFetch(text) && namesFile(text, place, extension)) {
    const names = [place.keyName, beside, isGeneric ? title : null, nameInUrl(text), stem(title)];
    return describeLinked({ from: 'url', url: text }, { ...rest, names });
  }
  if (!isId(text) || !holdsId(text, place, beside)) return null;
  return describeLinked({ from: 'id', id: text }, { ...rest, names: [place.keyName, beside, stem(title)] });
}

/** A name without its extension, to be given another. */
function stem(name: string | null): string | null {
  const extension = name === null ? null : knownExtension(name);
  return name === null || extension === null ? name : name.slice(0, -extension.length - 1);
}

function holdsId(text: string, { key, around, parent, keyName }: Place, beside: string | null): boolean {
  if (knownExtension(text) !== null) return false;
  if (isFileId(key)) return true;
  if (holdingOf(parent) === 'files' && (extensionFor(key) !== null || keyName !== null)) return true;
  const name = beside ?? around?.name ?? null;
  return isNamedId(key) && name !== null && knownExtension(name) !== null;
}

function namesFile(text: string, { key, parent }: Place, extension: string | null): boolean {
  if (idInAddress(text) !== null || nameInUrl(text) !== null) return true;
  if (isFileAddress(key) || holdingOf(parent) === 'files' || holdingOf(key) === 'files') return true;
  const isAddressed = isAddress(key) || extensionFor(key) !== null;
  return isAddressed && (extension !== null || holdingOf(parent) === 'models');
}

function isId(text: string): boolean {
  return text.length <= longestId && /^[\w.:@~+=-]+$/.test(text) && !/^\.+$/.test(text);
}

/** The id in an address of the files API, such as `/files/file-1/download`; null when it is none. */
export function idInAddress(address: string): string | null {
  const id = /(?:^|\/)files\/([^/?#]+)\/download\/?(?:[?#]|$)/.exec(address)?.[1];
  if (id === undefined) return null;
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Whether a text is an http address, or a path of the server. */
function canFetch(text: string): boolean {
  if (text.length > longestAddress || /[\s\0]/.test(text)) return false;
  if (/^https?:\/\//i.test(text)) return URL.canParse(text);
  if (/^[a-z][a-z\d+.-]*:/i.test(text) || text.startsWith('//') || text.includes('\\')) return false;
  return /^\.{0,2}\/[^/]/.test(text) || (text.includes('/') && nameInUrl(text) !== null);
}

const mostLinks = 50;
const longestProse = 500_000;

/** Files linked in prose: Markdown links and bare addresses that end in a format we know. */
export function linksInProse(text: string, place: Place): FoundFile[] {
  if (text.length > longestProse || isNever(place.key) || !text.includes('/')) return [];
  const links = [...text.matchAll(/\]\(<?([^\s<>()]+)>?(?:\s+"[^"]*")?\)|(https?:\/\/[^\s<>()"'\]]+)/g)];
  return links.slice(0, mostLinks).flatMap(([, marked, bare]) => {
    const url = marked ?? (bare ?? '').replace(/[.,;:!?]+$/, '');
    const name = nameInUrl(url);
    if (!canFetch(url) || (name === null && idInAddress(url) === null)) return [];
    const description = { names: [name], extension: null, clues: null, where: place.path };
    return [describeLinked({ from: 'url', url }, description)];
  });
}
