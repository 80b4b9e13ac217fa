// The kinds of message a person can write: their names, what the box invites to, and whether Enter alone sends.
import { docTypes, type RequestCode } from '../../../shared/protocol/codes.ts';
import type { Choice } from '../../ui/field.tsx';
import { asWords } from '../../ui/words.ts';

interface Kind {
  readonly id: RequestCode;
  readonly title: string;
  readonly placeholder: string;
  readonly enterSends: boolean;
}

/** In the order of the switch; Alt+1 to Alt+5 choose them. */
export const kinds: readonly [Kind, ...Kind[]] = [
  { id: 'chat', title: 'Chat', placeholder: 'Write to the room', enterSends: true },
  {
    id: 'haitch_chat',
    title: 'Ask Haitch',
    placeholder: 'Ask about materials, processes or the attached files',
    enterSends: true,
  },
  { id: 'idea', title: 'Idea', placeholder: 'What should the ideas be for?', enterSends: false },
  {
    id: 'documentation',
    title: 'Document',
    placeholder: 'What should be documented, and for whom?',
    enterSends: false,
  },
  {
    id: 'engineering',
    title: 'Engineering',
    placeholder: 'What should be made or checked?',
    enterSends: false,
  },
];

export function kindOf(id: RequestCode): Kind {
  return kinds.find((kind) => kind.id === id) ?? kinds[0];
}

export const docTypeChoices: readonly Choice[] = docTypes.map((id) => ({ id, title: asWords(id) }));

export const formatChoices: readonly Choice[] = [
  { id: '', title: 'As fits the type' },
  { id: 'markdown', title: 'Markdown' },
  { id: 'pdf', title: 'PDF' },
  { id: 'word', title: 'Word' },
  { id: 'excel', title: 'Excel' },
  { id: 'html', title: 'HTML' },
];

/** The choices with `value` among them, also when a server's list is longer than ours. */
export function withChoice(choices: readonly Choice[], value: string): readonly Choice[] {
  return choices.some((choice) => choice.id === value)
    ? choices
    : [...choices, { id: value, title: asWords(value) }];
}
