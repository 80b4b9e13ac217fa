// S-expressions, as KiCad writes its boards: lists in parentheses of words, quoted texts and lists.

export type Node = string | readonly Node[];

/** Deeper nesting is no file of KiCad. */
const mostDepth = 64;

/** Reads the one list of a text, keeping only those direct children whose first word `keeps`; null when it is none. */
export function readExpression(text: string, keeps: (head: string) => boolean): readonly Node[] | null {
  const token = /[()]|"(?:[^"\\]|\\[\s\S])*"|[^\s()"]+/g;
  const root: Node[] = [];
  const open: Node[][] = [];
  let skipped = 0;
  let isDone = false;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [word] = match;
    if (isDone) return null;
    if (skipped > 0) {
      if (word === '(') skipped += 1;
      else if (word === ')') skipped -= 1;
      continue;
    }
    if (word === '(') {
      if (open.length === 1 && !keeps(nextWord(text, token.lastIndex))) {
        skipped = 1;
        continue;
      }
      const list: Node[] = open.length === 0 ? root : [];
      open.at(-1)?.push(list);
      open.push(list);
      if (open.length > mostDepth) return null;
    } else if (word === ')') {
      if (open.pop() === undefined) return null;
      isDone = open.length === 0;
    } else if (open.length === 0) return null;
    else open.at(-1)?.push(word.startsWith('"') ? word.slice(1, -1).replaceAll(/\\(.)/g, '$1') : word);
  }
  return isDone ? root : null;
}

function nextWord(text: string, at: number): string {
  return /^\s*([^\s()"]+)/.exec(text.slice(at, at + 80))?.[1] ?? '';
}

/** The lists below `node` that begin with `head`. */
export function lists(node: readonly Node[], ...heads: readonly string[]): (readonly Node[])[] {
  return node.filter((child): child is readonly Node[] => {
    const [first] = typeof child === 'string' ? [] : child;
    return typeof first === 'string' && heads.includes(first);
  });
}

/** The first list that begins with `head`; empty when there is none. */
export function list(node: readonly Node[], head: string): readonly Node[] {
  return lists(node, head)[0] ?? [];
}

/** The numbers of a list, NaN for words that are none; its head is not among them. */
export function numbers(node: readonly Node[]): number[] {
  return node.slice(1).flatMap((child) => (typeof child === 'string' ? [Number(child)] : []));
}

/** The text at a place of a list; empty when there is none. */
export function word(node: readonly Node[], at: number): string {
  const found = node[at];
  return typeof found === 'string' ? found : '';
}
