// The tables of an engineering answer: numbers to the right, units in the head.
import type { ResultTable } from '../../../shared/protocol/engineering-response.ts';

/** Six digits: what an engineer compares, without the noise behind. */
function shown(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' && Math.abs(value) < 1e-9) return '0';
  return typeof value === 'number'
    ? Number(value.toPrecision(6)).toLocaleString('en-GB', { maximumSignificantDigits: 6 })
    : value;
}

export function ResultTables({ tables }: { readonly tables: readonly ResultTable[] }) {
  return tables.map((table) => (
    <section key={table.title} className="facts-section">
      <h3>{table.title}</h3>
      <div className="table-scroll" role="region" aria-label={table.title} tabIndex={0}>
        <table className="grid-table">
          <thead>
            <tr>
              {table.columns.map(({ key, title, unit }) => (
                <th key={key} scope="col" className={isNumeric(table, key) ? 'number' : ''}>
                  {title}
                  {unit === undefined ? null : <span className="muted"> {unit}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={index}>
                {table.columns.map(({ key }) => (
                  <td key={key} className={isNumeric(table, key) ? 'number mono' : ''}>
                    {shown(row[key])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.note === undefined ? null : <p className="muted">{table.note}</p>}
    </section>
  ));
}

function isNumeric({ rows }: ResultTable, key: string): boolean {
  return rows.some((row) => typeof row[key] === 'number');
}
