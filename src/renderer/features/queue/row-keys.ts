// Where a key leads in a list of rows.

const rowsPerPage = 8;

/** The row to go to, counted from 0; null for a key that means nothing here or leads nowhere. */
export function placeAfterKey(
  key: string,
  { at, total }: { readonly at: number; readonly total: number },
): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: -1,
    ArrowDown: 1,
    PageUp: -rowsPerPage,
    PageDown: rowsPerPage,
    Home: -total,
    End: total,
  };
  const step = steps[key];
  if (step === undefined || total === 0) return null;
  return Math.max(0, Math.min(total - 1, at + step));
}
