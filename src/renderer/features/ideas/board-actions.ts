// What a person does on a board: star, reject, merge two ideas, take them apart.
import type { IdeaBoard } from '../../../shared/model/idea-board.ts';
import type { Idea, IdeaResponseData } from '../../../shared/protocol/response-data.ts';
import type { IdeaActions } from './idea-card.tsx';
import { changeBoard, type IdeaResult, setMerging } from './ideas-store.ts';
import { mergeIdeas } from './rank-board.ts';

interface Acting {
  readonly result: IdeaResult;
  readonly body: IdeaResponseData;
  readonly board: IdeaBoard;
  readonly mergingId: string | null;
}

type BoardActions = Pick<IdeaActions, 'onStar' | 'onReject' | 'onMerge' | 'onSplit'>;

/** The actions on the board of one answer. */
export function boardActions({ result, body, board, mergingId }: Acting): BoardActions {
  const change = (apply: (now: IdeaBoard) => IdeaBoard): void => void changeBoard(result.id, apply);
  const find = (id: string): Idea | undefined =>
    [...body.ideas, ...board.merged.map(({ idea }) => idea)].find((idea) => idea.id === id);
  return {
    onStar: (id) => change((now) => ({ ...now, starred: toggled(now.starred, id) })),
    onReject: (id) => change((now) => ({ ...now, rejected: toggled(now.rejected, id) })),
    onSplit: (id) => change((now) => ({ ...now, merged: now.merged.filter(({ idea }) => idea.id !== id) })),
    onMerge(id) {
      const [one, other] = [find(mergingId ?? ''), find(id)];
      if (one === undefined || other === undefined) return setMerging(mergingId === null ? id : null);
      setMerging(null);
      if (one.id === other.id) return;
      const merged = mergeIdeas(one, other, body.ideas.length + board.merged.length + 1);
      change((now) => ({
        ...now,
        merged: [...now.merged.filter(({ idea }) => idea.id !== merged.idea.id), merged],
      }));
    },
  };
}

function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
}
