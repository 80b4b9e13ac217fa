// What people of a room decided or demanded, sentence by sentence; a question is neither.
import type { RoomFacts } from './room-facts.ts';

const decided =
  /\b(we (will|shall|agreed|decided|use|need)|must|shall|should|has to|have to|decided|agreed|required?)\b/i;

/** Sentences of the chat that decide or demand something, with who wrote them and when. */
export function decisionsOf(facts: RoomFacts): { text: string; origin: string }[] {
  return facts.chat.flatMap(({ text, sender, at }) =>
    sentencesOf(text)
      .filter((sentence) => decided.test(sentence) && !sentence.endsWith('?'))
      .map((sentence) => ({ text: sentence, origin: `${sender}, ${at.slice(0, 10)}` })),
  );
}

/** Sentences and lines of a text, without line breaks. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+(?=\p{Lu})|\n+/u)
    .map((sentence) => sentence.replaceAll(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '');
}
