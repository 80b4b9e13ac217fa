// How the ideas were found: the morphological box with the way of one idea through it, and the seven moves of SCAMPER.
import { useState } from 'react';
import type { Idea, IdeaResponseData } from '../../../shared/protocol/response-data.ts';
import { asWords } from '../../ui/words.ts';

const moves = [
  'Substitute',
  'Combine',
  'Adapt',
  'Modify',
  'Put to another use',
  'Eliminate',
  'Reverse',
] as const;

interface MethodTablesProps {
  readonly box: IdeaResponseData['morphological_box'];
  /** In their present order. */
  readonly ideas: readonly Idea[];
}

export function MethodTables({ box = [], ideas }: MethodTablesProps) {
  return (
    <>
      {box.length === 0 ? null : <BoxTable box={box} ideas={ideas} />}
      {ideas.some(({ scamper }) => scamper !== undefined) ? <ScamperTable ideas={ideas} /> : null}
    </>
  );
}

function BoxTable({
  box,
  ideas,
}: {
  readonly box: NonNullable<IdeaResponseData['morphological_box']>;
  readonly ideas: readonly Idea[];
}) {
  const told = ideas.filter(({ options = [] }) => options.length > 0);
  const [shownId, setShownId] = useState(told[0]?.id);
  const shown = told.find(({ id }) => id === shownId) ?? told[0];
  const widest = Math.max(...box.map(({ options }) => options.length));
  return (
    <section className="idea-table">
      <h3>Morphological box</h3>
      <label className="box-choice">
        <span className="secondary">Way of</span>
        <select className="input" value={shown?.id ?? ''} onChange={({ target }) => setShownId(target.value)}>
          {told.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <div className="table-scroll" tabIndex={0} role="group" aria-label="Morphological box">
        <table className="grid-table box-table">
          <tbody>
            {box.map(({ axis, options }) => (
              <tr key={axis}>
                <th scope="row">{asWords(axis)}</th>
                {options.map(({ id, name }) => {
                  const isTaken = shown?.options?.includes(id) === true;
                  return (
                    <td key={id} className={isTaken ? 'taken' : ''}>
                      {name}
                      {isTaken ? <span className="vh"> (taken)</span> : null}
                    </td>
                  );
                })}
                {options.length < widest ? <td colSpan={widest - options.length} /> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ScamperTable({ ideas }: { readonly ideas: readonly Idea[] }) {
  return (
    <section className="idea-table">
      <h3>SCAMPER</h3>
      <div className="table-scroll" tabIndex={0} role="group" aria-label="SCAMPER">
        <table className="grid-table">
          <tbody>
            {moves.map((move) => {
              const found = ideas.filter(({ scamper }) => scamper === move);
              return (
                <tr key={move}>
                  <th scope="row">{move}</th>
                  <td>{found.length === 0 ? 'no idea yet' : found.map(({ title }) => title).join('; ')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
