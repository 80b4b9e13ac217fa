// A skill answers one sort of question from a table, a calculation or the room; null means: not mine.
import type { Source } from '../../shared/protocol/response-data.ts';
import type { Proposal } from '../../shared/protocol/proposal.ts';
import type { RoomFile, RoomKnowledge } from '../desk.ts';
import type { Knowledge } from './knowledge.ts';

export interface Question {
  readonly text: string;
  /** The question before it, for follow-ups such as "and in steel?". */
  readonly previous: string | null;
  readonly constraints: readonly string[];
  readonly industry: string;
  readonly room: RoomKnowledge;
  readonly files: readonly RoomFile[];
  readonly knowledge: Knowledge;
}

export interface SkillAnswer {
  /** Markdown. */
  readonly text: string;
  readonly sources: readonly Source[];
  /** A request that the person may confirm (docs/protocol.md). */
  readonly proposal?: Proposal;
}

export type Skill = (question: Question) => SkillAnswer | null | Promise<SkillAnswer | null>;

/** A source by its full title. */
export function cite(title: string, reference?: string): Source {
  return reference === undefined ? { title } : { title, reference };
}
