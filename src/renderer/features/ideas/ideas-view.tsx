// Ideas of a room: each answer as a board that people weigh, star, merge and go on from, with its analyses and methods.
import { Lightbulb } from 'lucide-react';
import { useEffect } from 'react';
import { emptyBoard } from '../../../shared/model/idea-board.ts';
import type { NewMessage } from '../../../shared/model/new-message.ts';
import type { IdeaResponseData } from '../../../shared/protocol/response-data.ts';
import { Empty } from '../../ui/empty.tsx';
import { MarkdownText } from '../../ui/markdown.tsx';
import { RawValue } from '../../ui/raw-value.tsx';
import { ResultPicker } from '../../ui/result-picker.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { asWords } from '../../ui/words.ts';
import { boardActions } from './board-actions.ts';
import { IdeaCard } from './idea-card.tsx';
import { IdeaTable } from './idea-table.tsx';
import { changeBoard, chooseIdeas, type IdeaResult, loadBoard, loadIdeas, useIdeas } from './ideas-store.ts';
import { MethodTables } from './method-tables.tsx';
import { rankBoard } from './rank-board.ts';
import { ScoreMatrix } from './score-matrix.tsx';
import { draftFrom } from './use-idea.ts';
import './ideas.css';

interface IdeasViewProps {
  readonly roomId: string;
  /** Puts a request made from an idea into the composer. */
  readonly onTurnInto: (draft: NewMessage) => void;
  readonly onOpenMessage: (message: { readonly roomId: string; readonly messageId: string }) => void;
}

export function IdeasView({ roomId, onTurnInto, onOpenMessage }: IdeasViewProps) {
  const { phase, results, chosenId } = useIdeas();
  useEffect(() => void loadIdeas(roomId), [roomId]);
  if (phase === 'loading') return <Skeleton lines={8} label="Loading ideas" />;
  const chosen = results.find(({ id }) => id === chosenId) ?? results[0];
  if (chosen === undefined) {
    return (
      <Empty icon={<Lightbulb />} title="No ideas yet">
        Choose Idea below and say what the ideas should be for. Constraints such as “wireless, affordable”
        decide the ranking.
      </Empty>
    );
  }
  return (
    <div className="ideas">
      <ResultPicker label="Idea requests" results={results} chosenId={chosen.id} onChoose={chooseIdeas} />
      <div className="ideas-board" tabIndex={0} role="group" aria-label="Ideas">
        <h2>{chosen.title}</h2>
        {chosen.body === null ? (
          <>
            <MarkdownText text={chosen.text} />
            <RawValue title="The answer as it came" value={chosen.raw} />
          </>
        ) : (
          <Board
            key={chosen.id}
            result={chosen}
            body={chosen.body}
            onTurnInto={onTurnInto}
            onOpenMessage={onOpenMessage}
          />
        )}
      </div>
    </div>
  );
}

interface BoardProps {
  readonly result: IdeaResult;
  readonly body: IdeaResponseData;
  readonly onTurnInto: IdeasViewProps['onTurnInto'];
  readonly onOpenMessage: IdeasViewProps['onOpenMessage'];
}

function Board({ result, body, onTurnInto, onOpenMessage }: BoardProps) {
  const { boards, mergingId } = useIdeas();
  useEffect(() => void loadBoard(result.id), [result.id]);
  const { board, uses } = boards[result.id] ?? { board: emptyBoard, uses: [] };
  const ranked = rankBoard(body, board);
  const actions = boardActions({ result, body, board, mergingId });
  return (
    <>
      {body.target_market === undefined ? null : (
        <p className="secondary">For {asWords(body.target_market).toLowerCase()}</p>
      )}
      <ScoreMatrix
        body={body}
        board={board}
        ranked={ranked}
        onWeights={(weights) => void changeBoard(result.id, (now) => ({ ...now, weights }))}
      />
      <ol className="idea-list">
        {ranked.map((one) => (
          <IdeaCard
            key={one.idea.id}
            one={one}
            mergingId={mergingId}
            uses={uses.filter(({ ideaId }) => ideaId === one.idea.id)}
            actions={{
              ...actions,
              onTurnInto: (way, idea) =>
                onTurnInto(draftFrom(way, idea, { roomId: result.roomId, resultId: result.id })),
              onOpenMessage,
            }}
          />
        ))}
      </ol>
      <IdeaTable title="Competitive analysis" rows={body.competitive_analysis ?? []} />
      <IdeaTable title="Feature priority: RICE and MoSCoW" rows={body.feature_priority ?? []} />
      <MethodTables box={body.morphological_box} ideas={ranked.map(({ idea }) => idea)} />
    </>
  );
}
