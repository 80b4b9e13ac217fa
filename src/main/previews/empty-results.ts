// Formulas whose kept result is an empty text, which exceljs does not tell from formulas without a result.
import { strFromU8, unzipSync } from 'fflate';

/** A cell of type `str` (ECMA-376, 18.18.11: a formula's text) with an empty value. */
const emptyResult =
  /<c\b(?=[^>]*\bt="str")[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<f\b(?:[^>]*\/>|[^>]*>[^<]*<\/f>)\s*(?:<v\s*\/>|<v[^>]*><\/v>)/g;

/** Addresses such as `H5`, of all sheets together. */
export function emptyResults(workbook: Uint8Array): ReadonlySet<string> {
  const sheets = unzipSync(workbook, { filter: ({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name) });
  return new Set(
    Object.values(sheets).flatMap((xml) =>
      [...strFromU8(xml).matchAll(emptyResult)].map(([, address = '']) => address),
    ),
  );
}
