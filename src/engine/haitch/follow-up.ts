// Follow-ups: "and in steel?" is the question before it with another material.
import { type Material, mentionedMaterials } from '../../shared/model/material.ts';
import type { RoomKnowledge } from '../desk.ts';

const start = /^\s*(and|or|what about|how about|what if|in|with|same)\b/i;
const longest = 60;

/** Whether a text only makes sense after another question. */
export function isFollowUp(text: string): boolean {
  return text.length <= longest && start.test(text);
}

/** The last question put to Haitch in the room that stands on its own, and whether there was any. */
export function questionBefore(room: RoomKnowledge): string | null {
  const asked = room.answers.flatMap(({ code, request }) => {
    const message = request['message'];
    return code === 'chat_response' && typeof message === 'string' ? [message] : [];
  });
  return asked.findLast((message) => !isFollowUp(message)) ?? asked.at(-1) ?? null;
}

/** The question before with what the follow-up says added; a material it names takes the place of the ones before. */
export function joinQuestions(before: string, text: string, materials: readonly Material[]): string {
  const isReplaced = mentionedMaterials(materials, text).length > 0;
  const bare = isReplaced ? without(before, mentionedMaterials(materials, before)) : before;
  return `${bare.replaceAll('?', ' ').trim()} ${text.trim()}`;
}

function without(text: string, materials: readonly Material[]): string {
  const names = materials
    .flatMap(({ id, name, aliases }) => [id, name, ...aliases])
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[^a-z0-9]+/gi, '[^a-z0-9]*'));
  return names.reduce((rest, name) => rest.replaceAll(new RegExp(`\\b${name}\\b`, 'gi'), ' '), text);
}
