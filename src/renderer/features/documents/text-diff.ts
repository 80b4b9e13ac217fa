// What changed between two texts: by lines, and inside a changed line by words. Pure.

export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface DiffLine extends Piece {
  /** Of a line that took the place of another: its words, with what is new or gone marked. */
  readonly words: readonly Piece[] | null;
}

/** Beyond this many lines or words on both sides the middle counts as replaced. */
const mostCells = 4_000_000;

/** Lines in reading order; what was removed stands before what was added. */
export function diffLines(before: string, after: string): DiffLine[] {
  const pieces = diff(before.split('\n'), after.split('\n'));
  return pieces.map((piece, index) => {
    const partner = piece.kind === 'same' ? null : partnerOf(pieces, index);
    return { ...piece, words: partner === null ? null : wordsOf(piece, partner) };
  });
}

/** The n-th removed line of a change and the n-th added one belong together. */
function partnerOf(pieces: readonly Piece[], index: number): Piece | null {
  const kind = pieces[index]?.kind;
  let start = index;
  while (start > 0 && pieces[start - 1]?.kind !== 'same') start -= 1;
  let end = index;
  while (end < pieces.length && pieces[end]?.kind !== 'same') end += 1;
  const change = pieces.slice(start, end);
  const own = change.filter((piece) => piece.kind === kind);
  const others = change.filter((piece) => piece.kind !== kind);
  const place = pieces.slice(start, index).filter((piece) => piece.kind === kind).length;
  return own.length === others.length ? (others[place] ?? null) : null;
}

function wordsOf(piece: Piece, partner: Piece): Piece[] {
  const words = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
  const [removed, added] = piece.kind === 'removed' ? [piece, partner] : [partner, piece];
  const all = diff(words(removed.text), words(added.text));
  return joined(all.filter(({ kind }) => kind === 'same' || kind === piece.kind));
}

function joined(pieces: readonly Piece[]): Piece[] {
  return pieces.reduce<Piece[]>((list, piece) => {
    const last = list.at(-1);
    if (last?.kind !== piece.kind) return [...list, piece];
    return [...list.slice(0, -1), { kind: piece.kind, text: last.text + piece.text }];
  }, []);
}

/** By the longest common subsequence, after what both begin and end with. */
function diff(before: readonly string[], after: readonly string[]): Piece[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const same = (list: readonly string[]): Piece[] => list.map((text) => ({ kind: 'same', text }));
  return [
    ...same(before.slice(0, head)),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...same(before.slice(before.length - tail)),
  ];
}

function middle(before: readonly string[], after: readonly string[]): Piece[] {
  const [rows, columns] = [before.length + 1, after.length + 1];
  if (rows * columns > mostCells)
    return [
      ...before.map((text) => ({ kind: 'removed' as const, text })),
      ...after.map((text) => ({ kind: 'added' as const, text })),
    ];
  // lengths[i][j]: the longest common subsequence of before[i…] and after[j…].
  const lengths = new Uint32Array(rows * columns);
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      lengths[i * columns + j] =
        before[i] === after[j]
          ? (lengths[(i + 1) * columns + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * columns + j] ?? 0, lengths[i * columns + j + 1] ?? 0);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    if (old !== undefined && old === fresh) {
      pieces.push({ kind: 'same', text: old });
      i += 1;
      j += 1;
    } else if (
      fresh === undefined ||
      (old !== undefined && (lengths[(i + 1) * columns + j] ?? 0) >= (lengths[i * columns + j + 1] ?? 0))
    ) {
      pieces.push({ kind: 'removed', text: old ?? '' });
      i += 1;
    } else {
      pieces.push({ kind: 'added', text: fresh });
      j += 1;
    }
  }
  return sorted(pieces);
}

/** Within one change, removed lines before added ones. */
function sorted(pieces: readonly Piece[]): Piece[] {
  const list: Piece[] = [];
  let change: Piece[] = [];
  const flush = (): void => {
    list.push(...change.filter(({ kind }) => kind === 'removed'));
    list.push(...change.filter(({ kind }) => kind === 'added'));
    change = [];
  };
  for (const piece of pieces) {
    if (piece.kind !== 'same') change.push(piece);
    else {
      flush();
      list.push(piece);
    }
  }
  flush();
  return list;
}
