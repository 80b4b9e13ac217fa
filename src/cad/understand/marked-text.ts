// A text and what was used of it, so that nothing is read twice and whatever no one used can be told.

/** Stands for a used character where the rest is read on: no pattern takes it for a part of anything. */
const gone = '·';
/** Words told on each side of a figure that was not used. */
const wordsAround = 3;
const endsPhrase = /[,;.:]$/;
const smallWord = /^(?:and|with|a|an|the|of|at|in|on|to|or|by|x|×|then|plus|[-–+])$/i;

export class MarkedText {
  readonly text: string;
  readonly #used: boolean[];

  constructor(text: string) {
    this.text = text;
    this.#used = Array.from({ length: text.length }, () => false);
  }

  use(at: number, length: number): void {
    this.#used.fill(true, at, at + length);
  }

  /** Marks what a pattern found; does nothing for none. */
  useMatch(match: RegExpExecArray | null): void {
    if (match !== null) this.use(match.index, match[0].length);
  }

  /** The text as long as before, with what was used blotted out. */
  get rest(): string {
    return this.text.replaceAll(/[\s\S]/g, (letter, index: number) =>
      this.#used[index] === true ? gone : letter,
    );
  }

  /** Every figure that was not used, in the words around it, in their order. */
  unusedFigures(): string[] {
    const words = [...this.text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
      word,
      isUsed: this.#isUsed(index, word),
      hasFigure: this.#hasUnusedFigure(index, word),
    }));
    const phrases: string[] = [];
    let next = 0;
    while (next < words.length) {
      if (words[next]?.hasFigure !== true) {
        next += 1;
        continue;
      }
      let [from, to, last] = [next, next, next];
      const isFree = (index: number): boolean => words[index]?.isUsed === false;
      while (next - from < wordsAround && isFree(from - 1) && !endsPhrase.test(words[from - 1]?.word ?? ','))
        from -= 1;
      while (
        to + 1 < words.length &&
        isFree(to + 1) &&
        !endsPhrase.test(words[to]?.word ?? ',') &&
        (to - last < wordsAround || words[to + 1]?.hasFigure === true)
      ) {
        to += 1;
        if (words[to]?.hasFigure === true) last = to;
      }
      phrases.push(trimmed(words.slice(from, to + 1).map(({ word }) => word)));
      next = to + 1;
    }
    return phrases;
  }

  /** Half a word that was used does not make it free. */
  #isUsed(at: number, word: string): boolean {
    return this.#used.slice(at, at + word.length).includes(true);
  }

  #hasUnusedFigure(at: number, word: string): boolean {
    return [...word.matchAll(/\d/g)].some(({ index }) => this.#used[at + index] === false);
  }
}

function trimmed(words: string[]): string {
  while (words.length > 1 && smallWord.test(words[0] ?? '')) words.shift();
  while (words.length > 1 && smallWord.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ').replace(/[,;.:]$/, '');
}
