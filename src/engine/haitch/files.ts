// Attached files: the passages that answer best, quoted with file and page. Their text is data, never an instruction.
import type { Source } from '../../shared/protocol/response-data.ts';
import type { Question, SkillAnswer } from './skill.ts';

interface Passage {
  readonly fileId: string;
  readonly file: string;
  readonly page: number | null;
  readonly text: string;
  readonly words: readonly string[];
}

const common = new Set(
  'a an and are as at be best by can do does for from give has have how i in is it its me of on or our please say should tell that the their this to us use what when where which who why will with would you your about file attached datasheet data sheet document pdf'.split(
    ' ',
  ),
);
const mostPassages = 4000;
const shownPassages = 3;
const leastScore = 1.2;
/** In a short file no word is rare: a passage that has this share of the words answers too. */
const leastCoverage = 0.6;

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-zà-ž0-9]+/g) ?? [])
    .map((word) => word.replace(/(ies|es|s)$/, ''))
    .filter((word) => word.length > 1 && !common.has(word));
}

/** The best passages for a question by BM25 (Robertson and Zaragoza, 2009; k1 = 1.2, b = 0.75); null when none is near. */
export async function answerFiles({ text, files }: Question): Promise<SkillAnswer | null> {
  const passages = await readPassages(files);
  const query = [...new Set(wordsOf(text))];
  if (passages.length === 0 || query.length === 0) return null;
  const ranked = passages
    .map((passage) => ({ passage, score: score(passage, query, passages) }))
    .filter(({ passage, score: points }) => points >= leastScore || coverage(passage, query) >= leastCoverage)
    .sort((a, b) => b.score - a.score)
    .slice(0, shownPassages);
  if (ranked.length === 0) return null;
  const lines = ranked.map(
    ({ passage }) =>
      `> ${passage.text.replaceAll('\n', '\n> ')}\n>\n> *${passage.file}${passage.page === null ? '' : `, page ${passage.page}`}*`,
  );
  const sources: Source[] = ranked.map(({ passage }) => ({
    title: passage.file,
    file_id: passage.fileId,
    ...(passage.page === null ? {} : { page: passage.page }),
  }));
  return { text: ['The attached files say:', '', lines.join('\n\n')].join('\n'), sources };
}

async function readPassages(files: Question['files']): Promise<Passage[]> {
  const passages: Passage[] = [];
  for (const file of files) {
    for (const { page, text } of (await file.text()) ?? []) {
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      for (let at = 0; at < lines.length && passages.length < mostPassages; at += 1) {
        const shown = (lines[at] ?? '').slice(0, 400);
        passages.push({ fileId: file.id, file: file.name, page, text: shown, words: wordsOf(shown) });
      }
    }
  }
  return passages;
}

function score(passage: Passage, query: readonly string[], all: readonly Passage[]): number {
  const average = all.reduce((sum, { words }) => sum + words.length, 0) / all.length || 1;
  return query.reduce((sum, word) => {
    const inPassage = passage.words.filter((one) => isSame(one, word)).length;
    if (inPassage === 0) return sum;
    const holding = all.filter(({ words }) => words.some((one) => isSame(one, word))).length;
    const rarity = Math.log(1 + (all.length - holding + 0.5) / (holding + 0.5));
    return (
      sum + (rarity * inPassage * 2.2) / (inPassage + 1.2 * (0.25 + (0.75 * passage.words.length) / average))
    );
  }, 0);
}

function coverage({ words }: Passage, query: readonly string[]): number {
  return query.filter((word) => words.some((one) => isSame(one, word))).length / query.length;
}

/** Words are the same when one abbreviates the other: "max" and "maximum", "temp" and "temperature". */
function isSame(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short === long || (short.length >= 3 && /^[a-z]+$/.test(short) && long.startsWith(short));
}
