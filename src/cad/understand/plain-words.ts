// Short forms of drawings and slips of the pen, put into the words that are known.
import { closest, distance } from 'fastest-levenshtein';
import type { Material } from '../../shared/model/material.ts';
import { families } from '../parts/families.ts';

/** Short forms (ASME Y14.38), by the word they stand for. */
const shortForms: Readonly<Record<string, string>> = {
  brkt: 'bracket',
  bkt: 'bracket',
  encl: 'enclosure',
  flg: 'flange',
  wshr: 'washer',
  spcr: 'spacer',
  plt: 'plate',
  brg: 'bearing',
  alum: 'aluminium',
  alu: 'aluminium',
  sst: 'stainless steel',
  brs: 'brass',
};

/** A word that was read as another. */
export interface ReadAs {
  readonly word: string;
  readonly as: string;
}

export function spellOut(text: string): string {
  return text
    .replaceAll(/\bAL[\s-]?(?=\d{4}\b)/g, 'aluminium ')
    .replaceAll(/\b[a-z]{3,4}\b/gi, (word) => shortForms[word.toLowerCase()] ?? word);
}

/** The word of the text that is nearest to one of a part's names; null: none is near. */
export function nearFamily(text: string): ReadAs | null {
  return near(
    text,
    families.flatMap(({ title }) => wordsOf(title)),
  );
}

/** The word of the text that is nearest to a material's name of one word; null: none is near. */
export function nearMaterial(text: string, materials: readonly Material[]): ReadAs | null {
  const names = materials.flatMap(({ name, aliases }) => [name, ...aliases]);
  return near(
    text,
    names.filter((name) => /^[a-z]{5,}$/i.test(name)).map((name) => name.toLowerCase()),
  );
}

/** One letter wrong in five, two in seven and more; words that are known are not slips. */
function near(text: string, known: readonly string[]): ReadAs | null {
  for (const word of wordsOf(text)) {
    const as = closest(word, known);
    const away = distance(word, as);
    if (away > 0 && away <= (word.length >= 7 ? 2 : 1) && word.length >= 5) return { word, as };
  }
  return null;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]{5,20}/g) ?? [];
}
