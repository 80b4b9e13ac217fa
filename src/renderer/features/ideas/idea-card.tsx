// One idea: what it is, why it scores as it does, what a person thinks of it, and what can be made from it.
import { Ban, Merge, RotateCcw, Star, X } from 'lucide-react';
import type { IdeaUse } from '../../../shared/model/idea-board.ts';
import type { Idea } from '../../../shared/protocol/response-data.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { asWords, firstWords } from '../../ui/words.ts';
import type { BoardIdea } from './rank-board.ts';
import { type IdeaWay, ideaWays } from './use-idea.ts';

/** What can be done with an idea. */
export interface IdeaActions {
  readonly onStar: (id: string) => void;
  readonly onReject: (id: string) => void;
  /** Starts a merge with this idea, ends it with this one, or gives it up. */
  readonly onMerge: (id: string) => void;
  /** Takes a merged idea apart again. */
  readonly onSplit: (id: string) => void;
  readonly onTurnInto: (way: IdeaWay, idea: Idea) => void;
  readonly onOpenMessage: (use: IdeaUse) => void;
}

interface IdeaCardProps {
  readonly one: BoardIdea;
  readonly uses: readonly IdeaUse[];
  readonly mergingId: string | null;
  readonly actions: IdeaActions;
}

export function IdeaCard({ one, uses, mergingId, actions }: IdeaCardProps) {
  const { idea, place, isRejected, isStarred } = one;
  return (
    <li className={`idea ${isRejected ? 'rejected' : ''}`}>
      <header className="idea-head">
        <h3>
          <span className="idea-rank">{place}</span>
          {idea.title}
        </h3>
        <IconButton
          label={isStarred ? `Take the star from ${idea.title}` : `Star ${idea.title}`}
          icon={<Star aria-hidden className={isStarred ? 'starred' : ''} />}
          isPressed={isStarred}
          onPress={() => actions.onStar(idea.id)}
        />
        <IconButton
          label={isRejected ? `Take ${idea.title} back` : `Reject ${idea.title}`}
          icon={isRejected ? <RotateCcw aria-hidden /> : <Ban aria-hidden />}
          onPress={() => actions.onReject(idea.id)}
        />
      </header>
      {isRejected ? (
        <p className="muted">Rejected. It stands behind the others and is left as it was.</p>
      ) : (
        <>
          <IdeaText idea={idea} />
          <div className="idea-ways">
            <MergeButton one={one} mergingId={mergingId} actions={actions} />
            <span className="muted">Make from it:</span>
            {ideaWays.map(({ id, title }) => (
              <Button
                key={id}
                label={`${title} from ${idea.title}`}
                onPress={() => actions.onTurnInto(id, idea)}
              >
                {title}
              </Button>
            ))}
          </div>
        </>
      )}
      <Uses uses={uses} onOpen={actions.onOpenMessage} />
    </li>
  );
}

function MergeButton({
  one: { idea, from },
  mergingId,
  actions,
}: {
  readonly one: BoardIdea;
  readonly mergingId: string | null;
  readonly actions: IdeaActions;
}) {
  if (from !== null)
    return (
      <Button look="quiet" label={`Take ${idea.title} apart`} onPress={() => actions.onSplit(idea.id)}>
        Take apart
      </Button>
    );
  const isFirst = mergingId === idea.id;
  const words = mergingId === null ? 'Merge…' : isFirst ? 'Do not merge' : 'Merge with this';
  return (
    <Button
      look={mergingId !== null && !isFirst ? 'primary' : 'quiet'}
      label={`${words} ${idea.title}`}
      onPress={() => actions.onMerge(idea.id)}
    >
      {isFirst ? <X aria-hidden className="lucide" /> : <Merge aria-hidden className="lucide" />}
      {words}
    </Button>
  );
}

/** The way back: what was made from the idea. */
function Uses({
  uses,
  onOpen,
}: {
  readonly uses: readonly IdeaUse[];
  readonly onOpen: (use: IdeaUse) => void;
}) {
  if (uses.length === 0) return null;
  return (
    <ul className="idea-uses" aria-label="Made from it">
      {uses.map((use) => (
        <li key={use.messageId}>
          <button type="button" className="link" onClick={() => onOpen(use)}>
            {asWords(use.kind)}: {firstWords(use.text, 60)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function IdeaText({ idea }: { readonly idea: Idea }) {
  const { cost_range: cost, risks = [], reasons = [] } = idea;
  return (
    <>
      <p>{idea.summary}</p>
      {idea.how_it_works === undefined ? null : <p className="secondary">{idea.how_it_works}</p>}
      {reasons.length === 0 ? null : (
        <ul className="idea-reasons">
          {reasons.map(({ constraint, score, reason }) => (
            <li key={constraint}>
              <b>{asWords(constraint)}</b> {Number(score.toFixed(1))}/5: {reason}
            </li>
          ))}
        </ul>
      )}
      <dl className="pairs">
        {cost === undefined ? null : (
          <>
            <dt>Parts cost</dt>
            <dd>
              {cost.low} to {cost.high} {cost.currency} <span className="muted">({cost.basis})</span>
            </dd>
          </>
        )}
        {idea.effort === undefined ? null : (
          <>
            <dt>Effort</dt>
            <dd>{idea.effort}</dd>
          </>
        )}
        {risks.length === 0 ? null : (
          <>
            <dt>Risks</dt>
            <dd>{risks.join('; ')}</dd>
          </>
        )}
      </dl>
    </>
  );
}
