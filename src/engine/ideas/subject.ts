// The thing ideas are asked for, as a phrase: "Generate ideas for a smart home climate control system" is about that system.

const lead =
  /^.*?\b(?:ideas?|concepts?|suggestions?|proposals?|products?)\b(?:\s+(?:for|about|on|around|to))?\s+|^(?:please\s+)?(?:design|invent|develop|brainstorm|imagine|create|generate|think of|come up with)\s+/is;

/** The subject of a message, at most 80 characters, without its article. */
export function subjectOf(message: string): string {
  const [sentence = message] = message.trim().split(/[.!?\n]/, 1);
  const bare = sentence
    .replace(lead, '')
    .replace(/^(?:an?|the|our|some|new)\s+/i, '')
    .trim();
  const cut = bare.split(/\s+(?:that|which|who|so that|because)\s+/i, 1)[0] ?? bare;
  return (cut === '' ? sentence.trim() : cut).slice(0, 80);
}
