// Ideas of a room: each answer as a ranked board, its scores against the constraints, and the two analyses.
import { Lightbulb } from 'lucide-react';
import { useEffect } from 'react';
import type { Idea, IdeaResponseData } from '../../../shared/protocol/response-data.ts';
import { Empty } from '../../ui/empty.tsx';
import { MarkdownText } from '../../ui/markdown.tsx';
import { RawValue } from '../../ui/raw-value.tsx';
import { ResultPicker } from '../../ui/result-picker.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { asWords } from '../../ui/words.ts';
import { IdeaTable } from './idea-table.tsx';
import { chooseIdeas, loadIdeas, useIdeas } from './ideas-store.ts';
import './ideas.css';

export function IdeasView({ roomId }: { readonly roomId: string }) {
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
          <Board body={chosen.body} />
        )}
      </div>
    </div>
  );
}

function Board({ body }: { readonly body: IdeaResponseData }) {
  const ideas = [...body.ideas].sort((a, b) => a.rank - b.rank);
  const constraints = [
    ...new Set(ideas.flatMap(({ reasons = [] }) => reasons.map(({ constraint }) => constraint))),
  ];
  return (
    <>
      {body.target_market === undefined ? null : (
        <p className="secondary">For {asWords(body.target_market).toLowerCase()}</p>
      )}
      {constraints.length === 0 ? null : <Matrix ideas={ideas} constraints={constraints} />}
      <ol className="idea-list">
        {ideas.map((idea) => (
          <IdeaCard key={idea.id} idea={idea} />
        ))}
      </ol>
      <IdeaTable title="Competitive analysis" rows={body.competitive_analysis ?? []} />
      <IdeaTable title="Feature priority" rows={body.feature_priority ?? []} />
    </>
  );
}

/** Every idea against every constraint, 0 to 5. */
function Matrix({
  ideas,
  constraints,
}: {
  readonly ideas: readonly Idea[];
  readonly constraints: readonly string[];
}) {
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label="Scores">
      <table className="grid-table">
        <caption className="vh">Scores of the ideas against the constraints, 0 to 5</caption>
        <thead>
          <tr>
            <th scope="col">Idea</th>
            {constraints.map((constraint) => (
              <th scope="col" key={constraint} className="number">
                {asWords(constraint)}
              </th>
            ))}
            <th scope="col" className="number">
              Score
            </th>
          </tr>
        </thead>
        <tbody>
          {ideas.map((idea) => (
            <tr key={idea.id}>
              <th scope="row">
                {idea.rank}. {idea.title}
              </th>
              {constraints.map((constraint) => {
                const score = idea.reasons?.find((reason) => reason.constraint === constraint)?.score;
                return (
                  <td key={constraint} className="number">
                    <span className="score" style={{ ['--score' as string]: (score ?? 0) / 5 }}>
                      {score === undefined ? '–' : Number(score.toFixed(1))}
                    </span>
                  </td>
                );
              })}
              <td className="number">{idea.score === undefined ? '–' : Number(idea.score.toFixed(2))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function IdeaCard({ idea }: { readonly idea: Idea }) {
  const { cost_range: cost, risks = [], reasons = [] } = idea;
  return (
    <li className="idea">
      <h3>
        <span className="idea-rank">{idea.rank}</span>
        {idea.title}
      </h3>
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
    </li>
  );
}
