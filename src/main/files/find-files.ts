// The tolerant reader: every model, drawing, document or table that an answer carries or names, under whatever field.
import { carriedByText, carriedModel, carriedTable } from './carried-file.ts';
import { type Clues, readClues, snakeCase } from './file-clues.ts';
import { isAddress, isContent, isNever } from './file-keys.ts';
import { type FoundFile, mergeMentions } from './found-file.ts';
import { readTable } from './inline-table.ts';
import { idInAddress, linkOfObject, linkOfText, linksInProse } from './linked-file.ts';
import { knownExtension } from './media-type.ts';
import type { Place } from './place.ts';

export type { FoundFile } from './found-file.ts';

const mostDepth = 16;
const mostNodes = 50_000;
const mostFiles = 500;

/**
 * Finds the files in the `data` of a frame, each once, in the order of the message. Looks at most 16 levels deep and
 * at 50,000 values, and stops at 500 files.
 */
export function findFiles(data: Record<string, unknown>): FoundFile[] {
  const { sender } = data;
  const reader = new Reader(typeof sender !== 'string' || assistants.test(sender));
  reader.visit(data, { key: '', path: '$', depth: 0, around: null, parent: '', keyName: null });
  return reader.files;
}

/** Who may link files in prose. What people link is theirs to open: fetching it unasked would tell its host about us. */
const assistants = /haitch|assistant|\bai\b|system/i;

class Reader {
  readonly files: FoundFile[] = [];
  /** Where the file with a mark stands in `files`. */
  readonly #seen = new Map<string, number>();
  readonly #readsProse: boolean;
  #nodes = 0;

  constructor(readsProse: boolean) {
    this.#readsProse = readsProse;
  }

  visit(value: unknown, place: Place): void {
    this.#nodes += 1;
    if (this.#nodes > mostNodes || place.depth > mostDepth || this.files.length >= mostFiles) return;
    if (isNever(place.key)) return;
    if (typeof value === 'string') this.#readText(value, place);
    else if (Array.isArray(value)) this.#readList(value, place);
    else if (typeof value === 'object' && value !== null) this.#readObject({ ...value }, place);
  }

  #readText(text: string, place: Place): void {
    const file = carriedByText(text, place) ?? linkOfText(text, place);
    if (file !== null) this.#add(file);
    else if (this.#readsProse) for (const link of linksInProse(text, place)) this.#add(link);
  }

  #readList(list: readonly unknown[], place: Place): void {
    const table = readTable(place, list);
    if (table !== null) return this.#add(carriedTable(table, place));
    for (const [index, element] of list.entries()) {
      this.visit(element, { ...place, path: `${place.path}[${index}]`, depth: place.depth + 1 });
    }
  }

  #readObject(object: Record<string, unknown>, place: Place): void {
    const table = readTable(place, object);
    const whole = carriedModel(object, place) ?? (table === null ? null : carriedTable(table, place));
    if (whole !== null) return this.#add(whole);
    const clues = readClues(object);
    const done = this.#readWholeFile(object, { clues, place });
    for (const [key, value] of Object.entries(object)) {
      const plain = snakeCase(key);
      if (done.has(plain)) continue;
      const path = `${place.path}${step(key)}`;
      const keyName = knownExtension(key) === null ? null : key;
      const { key: parent, depth } = place;
      this.visit(value, { key: plain, path, depth: depth + 1, around: clues, parent, keyName });
    }
  }

  /** Takes an object that stands for one file; returns the keys that are thereby read. Bytes at hand beat links. */
  #readWholeFile(
    object: Readonly<Record<string, unknown>>,
    { clues, place }: { clues: Clues; place: Place },
  ): ReadonlySet<string> {
    const link = linkOfObject(clues, place);
    if (link === null) return new Set();
    const carried = carriedContent(object, { clues, place });
    this.#add(carried ?? link);
    const keys = [...clues.fields.keys()];
    return new Set(
      keys.filter((key) => key === 'id' || key === 'file_id' || isAddress(key) || isContent(key)),
    );
  }

  #add(file: FoundFile): void {
    const marks = marksOf(file);
    const at = marks.map((mark) => this.#seen.get(mark)).find((index) => index !== undefined);
    const index = at ?? this.files.length;
    if (index >= mostFiles) return;
    for (const mark of marks) this.#seen.set(mark, index);
    const known = this.files[index];
    this.files[index] = known === undefined ? file : mergeMentions(known, file);
  }
}

function carriedContent(
  object: Readonly<Record<string, unknown>>,
  { clues, place }: { clues: Clues; place: Place },
): FoundFile | null {
  for (const [key, value] of Object.entries(object)) {
    const plain = snakeCase(key);
    if (typeof value !== 'string' || !(isContent(plain) || isAddress(plain) || /base64|b64/.test(plain)))
      continue;
    const path = `${place.path}${step(key)}`;
    const file = carriedByText(value, {
      ...place,
      key: plain,
      path,
      around: clues,
      parent: place.key,
      keyName: null,
    });
    if (file !== null) return file;
  }
  return null;
}

/** What makes two mentions the same file: its id, its address or its bytes. */
function marksOf({ source, sha256 }: FoundFile): string[] {
  const marks = sha256 === null ? [] : [`sha256:${sha256}`];
  if (source.from === 'id') marks.push(`id:${source.id}`);
  if (source.from === 'url') {
    const id = idInAddress(source.url);
    marks.push(id === null ? `url:${source.url}` : `id:${id}`);
  }
  return marks;
}

function step(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key.slice(0, 200))}]`;
}
