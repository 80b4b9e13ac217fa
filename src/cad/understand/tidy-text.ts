// Makes any text short and even before a pattern sees it: the time to read a request is bounded by this.

/** Characters of a message that are read; a longer one is a document, not a request. */
export const longestMessage = 4000;
/** Characters of one field that are read; every size anyone writes is shorter. */
export const longestField = 200;

export interface TidyText {
  readonly text: string;
  /** Where the text goes on unread; empty when all of it was read. */
  readonly unread: string;
}

/** Cuts a text to `most` characters and makes each run of white space one blank. */
export function tidyText(raw: string, most: number): TidyText {
  const text = raw
    .slice(0, most)
    .replaceAll(/\s+/g, ' ')
    // `1-1/4` is one and a quarter; `6205-2RS` is a 6205; `10,000 holes` are ten thousand.
    .replaceAll(/(?<!\/)\b(\d{1,3})-(?=\d{1,3}\/\d{1,3}(?!\s?-\s?\d))/g, '$1 ')
    .replaceAll(/\bw\/\s?(?=[\w#Øø⌀])/gi, 'with ')
    .replaceAll(/\b(6\d{2,3})[-\s]?(?:2?RS1?|2?Z{1,2}|DDU|LLU)\b/gi, '$1')
    .replaceAll(/\b(\d{1,3}),(\d{3})(?=\s?(?:[x×]\s?)?(?:M\d|[Øø⌀]|holes?\b|teeth\b|fins\b))/gi, '$1$2')
    .trim();
  return { text, unread: raw.slice(most, most + 60).trim() };
}

/** A field's value as text; null for lists, objects and whatever else is no single value. */
export function fieldText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const { text, unread } = tidyText(value, longestField);
  return unread === '' ? text : `${text}…`;
}
