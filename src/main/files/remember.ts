// Answers about keys, kept: messages use the same few keys again and again.

const mostKept = 1000;
const longestKept = 64;

/** A pure function of short words that looks each of them up once. */
export function remember<T>(answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    if (word.length > longestKept) return answer(word);
    const kept = known.get(word);
    if (kept !== undefined) return kept;
    if (known.size >= mostKept) known.clear();
    const found = answer(word);
    known.set(word, found);
    return found;
  };
}
