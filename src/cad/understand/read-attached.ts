// What an attached drawing or sheet says of the part: only where the message points to it, and only what nobody said otherwise.
import type { Material } from '../../shared/model/material.ts';
import type { Family } from '../parts/family.ts';
import { MarkedText } from './marked-text.ts';
import { markMaterials } from './mark-materials.ts';
import { plainSizes } from './plain-sizes.ts';
import { spellOut } from './plain-words.ts';
import { readMessage } from './read-message.ts';
import { Reading } from './reading.ts';
import { longestMessage, tidyText } from './tidy-text.ts';

/** A file with the text that could be read from it. */
export interface AttachedText {
  readonly name: string;
  readonly text: string;
}

/** Whether a message points to what is attached, as in `the bracket of the attached sheet`. */
export function pointsToFile(message: string): boolean {
  return /\b(?:attach\w*|enclosed|drawing|data\s?sheet|sketch|spec(?:ification)?\s?sheet|sheet|file|table|pdf)\b/i.test(
    message,
  );
}

/** Says, of each text in turn, what is not said yet; the origin is `attached` and the file's name. */
export function readAttached(
  texts: readonly AttachedText[],
  { family, reading, materials }: { family: Family; reading: Reading; materials: readonly Material[] },
): void {
  for (const { name, text } of texts) {
    const marked = new MarkedText(plainSizes(spellOut(tidyText(text, longestMessage).text)).text);
    markMaterials(marked, materials);
    // A sheet holds much that is not about the part: what is wrong or unused in it is nobody's fault.
    const beside = new Reading();
    readMessage(marked, { family, reading: beside, field: `attached ${name}` });
    if (beside.faults.length > 0) continue;
    for (const [parameter, said] of beside.said)
      if (!reading.said.has(parameter)) reading.say(parameter, said);
  }
}
