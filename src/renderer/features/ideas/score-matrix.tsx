// Every idea against every constraint, 0 to 5, with weights that a person changes: the order follows at once.
import { RotateCcw } from 'lucide-react';
import { type IdeaBoard, largestWeight } from '../../../shared/model/idea-board.ts';
import type { IdeaResponseData } from '../../../shared/protocol/response-data.ts';
import { Button } from '../../ui/button.tsx';
import { asWords } from '../../ui/words.ts';
import { type BoardIdea, constraintsOf, weightOf } from './rank-board.ts';

interface ScoreMatrixProps {
  readonly body: IdeaResponseData;
  readonly board: IdeaBoard;
  readonly ranked: readonly BoardIdea[];
  readonly onWeights: (weights: IdeaBoard['weights']) => void;
}

export function ScoreMatrix({ body, board, ranked, onWeights }: ScoreMatrixProps) {
  const constraints = constraintsOf(body);
  if (constraints.length === 0) return null;
  const isChanged = Object.keys(board.weights).length > 0;
  return (
    <div>
      <div className="table-scroll" tabIndex={0} role="group" aria-label="Scores">
        <table className="grid-table matrix">
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
            <tr className="weights">
              <th scope="row">Weight, 0 to {largestWeight}</th>
              {constraints.map((constraint) => (
                <td key={constraint} className="number">
                  <input
                    type="number"
                    className="input weight"
                    aria-label={`Weight of ${asWords(constraint)}`}
                    min={0}
                    max={largestWeight}
                    step={0.5}
                    value={weightOf(constraint, board, body.weights)}
                    onChange={({ target }) => {
                      const weight = Math.min(largestWeight, Math.max(0, target.valueAsNumber));
                      if (Number.isFinite(weight)) onWeights({ ...board.weights, [constraint]: weight });
                    }}
                  />
                </td>
              ))}
              <td>
                {isChanged ? (
                  <Button look="quiet" label="Weights as answered" onPress={() => onWeights({})}>
                    <RotateCcw aria-hidden className="lucide" />
                  </Button>
                ) : null}
              </td>
            </tr>
          </thead>
          <tbody>
            {ranked.map((one) => (
              <MatrixRow key={one.idea.id} one={one} constraints={constraints} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function MatrixRow({
  one,
  constraints,
}: {
  readonly one: BoardIdea;
  readonly constraints: readonly string[];
}) {
  const { idea, place, score, isRejected } = one;
  return (
    <tr className={isRejected ? 'rejected' : ''}>
      <th scope="row" title={idea.title}>
        {place}. {idea.title}
        {isRejected ? ' (rejected)' : ''}
      </th>
      {constraints.map((constraint) => {
        const found = idea.reasons?.find((reason) => reason.constraint === constraint)?.score;
        return (
          <td key={constraint} className="number">
            <span className="score" style={{ ['--score' as string]: (found ?? 0) / 5 }}>
              {found === undefined ? '–' : Number(found.toFixed(1))}
            </span>
          </td>
        );
      })}
      <td className="number">{score === null ? '–' : score.toFixed(2)}</td>
    </tr>
  );
}
