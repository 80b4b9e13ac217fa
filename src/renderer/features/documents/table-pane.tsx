// A workbook's sheets as tables; only the rows in view are drawn.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { Preview } from '../../../shared/model/file.ts';
import { Segmented } from '../../ui/segmented.tsx';

type Sheet = Extract<Preview, { kind: 'table' }>['sheets'][number];
type Cell = Sheet['rows'][number][number];
const rowPixels = 27;

export function TablePane({ sheets }: { readonly sheets: readonly Sheet[] }) {
  const [name, setName] = useState(sheets[0]?.name ?? '');
  const sheet = sheets.find((one) => one.name === name) ?? sheets[0];
  if (sheet === undefined) return <p className="panel-body muted">The workbook has no sheets.</p>;
  return (
    <div className="table-pane">
      {sheets.length < 2 ? null : (
        <Segmented
          label="Sheet"
          value={sheet.name}
          segments={sheets.map((one) => ({ id: one.name, title: one.name }))}
          onChange={setName}
        />
      )}
      <SheetTable key={sheet.name} sheet={sheet} />
      {sheet.truncated ? <p className="muted">Only the first rows and columns are shown.</p> : null}
    </div>
  );
}

/** The first row that fills most of its columns heads the table; what stands above it is its title. */
function headerIndex(rows: readonly (readonly Cell[])[]): number {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const filled = (row: readonly Cell[]): number => row.filter((cell) => cell !== null && cell !== '').length;
  const found = rows.slice(0, 12).findIndex((row) => filled(row) >= Math.max(2, width * 0.6));
  return Math.max(0, found);
}

function SheetTable({ sheet }: { readonly sheet: Sheet }) {
  const head = headerIndex(sheet.rows);
  const above = sheet.rows
    .slice(0, head)
    .map((row) => row.filter((cell) => cell !== null && cell !== '').join(' '));
  const rows = sheet.rows.slice(head + 1);
  const columns = sheet.rows[head] ?? [];
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPixels,
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <>
      {above
        .filter((line) => line !== '')
        .map((line) => (
          <p key={line} className="secondary">
            {line}
          </p>
        ))}
      <div className="table-scroll sheet" ref={scroller} tabIndex={0} role="group" aria-label={sheet.name}>
        <table className="grid-table">
          <thead>
            <tr>
              {columns.map((cell, column) => (
                <th scope="col" key={column}>
                  {cell ?? ''}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {before > 0 ? <tr style={{ height: before }} aria-hidden="true" /> : null}
            {shown.map(({ index }) => (
              <tr key={index}>
                {columns.map((_, column) => {
                  const cell = rows[index]?.[column] ?? null;
                  return (
                    <td
                      key={column}
                      className={typeof cell === 'number' ? 'number' : ''}
                      title={typeof cell === 'string' && cell.length > 40 ? cell : undefined}
                    >
                      {typeof cell === 'number' ? Number(cell.toPrecision(10)) : cell}
                    </td>
                  );
                })}
              </tr>
            ))}
            {after > 0 ? <tr style={{ height: after }} aria-hidden="true" /> : null}
          </tbody>
        </table>
      </div>
    </>
  );
}
