// One currency for one bill: prices in another are told, never added.
import type { BomRow } from '../document.ts';

export interface PricedRows {
  readonly rows: readonly BomRow[];
  /** ISO 4217; null when no source names one. */
  readonly currency: string | null;
  readonly notes: readonly string[];
}

/** Takes the first currency that is named; no rate is known offline, so other prices become notes. */
export function inOneCurrency(rows: readonly BomRow[]): PricedRows {
  const priced = rows.filter(({ unitCost }) => unitCost !== null);
  const currency = priced.find((row) => row.currency !== null)?.currency ?? null;
  const foreign = priced.filter((row) => row.currency !== null && row.currency !== currency);
  const unnamed = priced.filter((row) => row.currency === null);
  const names = unnamed.map(({ part }) => part).join(', ');
  return {
    rows: rows.map((row) => (foreign.includes(row) ? { ...row, unitCost: null } : row)),
    currency,
    notes: [
      ...foreign.map(
        ({ part, unitCost, currency: other, origin }) =>
          `${part}: ${unitCost} ${other} by ${origin}; not added to a bill in ${currency}.`,
      ),
      ...(unnamed.length === 0
        ? []
        : [
            currency === null
              ? 'Currency: the prices are given without one.'
              : `Currency: the prices of ${names} are given without one and were taken as ${currency}.`,
          ]),
    ],
  };
}
