// An analysis as a table: columns are the keys of its rows.
import { asWords } from '../../ui/words.ts';

type Cell = string | number | null;

interface IdeaTableProps {
  readonly title: string;
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

export function IdeaTable({ title, rows }: IdeaTableProps) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (rows.length === 0) return null;
  return (
    <section className="idea-table">
      <h3>{title}</h3>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={title}>
        <table className="grid-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {asWords(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={String(row[columns[0] ?? ''] ?? index)}>
                {columns.map((column) => (
                  <td key={column} className={typeof row[column] === 'number' ? 'number' : ''}>
                    {row[column] ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
