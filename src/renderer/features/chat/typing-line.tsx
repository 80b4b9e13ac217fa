// Who is writing right now; always one line high, so that nothing jumps.
import { useChat } from './chat-store.ts';

export function TypingLine() {
  const typing = useChat((state) => state.typing);
  return (
    <p className="typing one-line" aria-live="polite">
      {typing.length === 0 ? '' : `${sentenceOf(typing)} writing…`}
    </p>
  );
}

function sentenceOf(people: readonly string[]): string {
  if (people.length === 1) return `${people[0]} is`;
  if (people.length === 2) return `${people[0]} and ${people[1]} are`;
  return `${people.length} people are`;
}
