// Parts that people name in sentences: `4x M4x12 screws`, `2 pcs rubber feet`, `four M3 nuts`.
import { type BomRow, blankRow } from '../document.ts';
import { sentencesOf } from '../decisions.ts';

const numberWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const counted =
  /(?:^|[\s,;:(])(\d{1,4})\s*(?:x|×|pcs\.?|pieces|off)\s+(?:of\s+)?((?:M\d+(?:[.,]\d+)?\s*(?:[x×]\s*\d+)?\s+)?[A-Za-z][\w /×.-]{2,50}?)(?=[,.;:)\n]|\s+(?:and|for|from|at|per|to|with|on|in)\b|$)/gi;
const fasteners = new RegExp(
  `(?:^|[\\s,;:(])(\\d{1,4}|${numberWords.join('|')})\\s+(M\\d+(?:[.,]\\d+)?\\s*(?:[x×]\\s*\\d+)?\\s+(?:screws?|bolts?|nuts?|washers?|standoffs?|inserts?))\\b`,
  'gi',
);
/** What is counted too, and is no part that can be ordered; and comparisons such as `2x faster`. */
const noPart =
  /\b(holes?|slots?|ribs?|boss(es)?|cut-?outs?|threads?|times|zoom|\w+er (than|as)|faster|slower|bigger|larger|smaller|stronger|cheaper|longer|shorter|better|more|less)\b/i;
const notMeant = /\?$|\b(not|no longer|without|remove|instead of|never)\b|n['’]t\b/i;

/** Rows of one text. Questions and refusals name no parts. */
export function writtenRows(text: string, origin: string): BomRow[] {
  return sentencesOf(text)
    .filter((sentence) => !notMeant.test(sentence))
    .flatMap((sentence) => {
      const found = [...sentence.matchAll(counted), ...sentence.matchAll(fasteners)];
      return found.flatMap(([, count = '', what = '']) => {
        const part = what.replace(/\s+of\b.*$/i, '').trim();
        if (noPart.test(part)) return [];
        const quantity = /^\d/.test(count) ? Number(count) : numberWords.indexOf(count.toLowerCase()) + 1;
        return quantity === 0
          ? []
          : [{ ...blankRow, part: part.charAt(0).toUpperCase() + part.slice(1), quantity, origin }];
      });
    });
}
