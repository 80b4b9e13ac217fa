// Figures of an answer that stand in nothing the model was shown: they may be right, but nobody here can say so.

const figure =
  /(?<![\w.,])[-−+±]?\d+(?:[.,]\d+)*(?:[eE][-+]?\d+)?(?:\s?(?:%|°C|°|K|mm²|mm³|mm|cm|m|µm|in|MPa|GPa|kPa|Pa|bar|N|kN|Nm|g|kg|W|V|A|mA|Ω|Hz|s|min|h)(?![\w²³]))?/g;
/** Counting words of a text: "3 screws", "step 2". */
const largestCount = 12;

/** The figures of `answer`, with their units, whose number is in none of `shown`. Plain counts up to 12 and list numbers do not matter. */
export function unsourcedFigures(answer: string, shown: readonly string[]): string[] {
  const known = new Set(shown.flatMap((text) => [...text.matchAll(figure)].map(([match]) => valueOf(match))));
  const plain = answer.replaceAll(/^\s*\d+[.)]\s/gm, '').replaceAll(/https?:\S+/g, '');
  const found = [...plain.matchAll(figure)].map(([match]) => match.trim());
  return [...new Set(found)].filter((text) => {
    const isCount = /^\d+$/.test(text) && Number(text) <= largestCount;
    return !isCount && !known.has(valueOf(text));
  });
}

/** The number without sign, unit and thousands separators: 1,200 and 1200 are the same, and so are 1,2 and 1.2. */
function valueOf(text: string): number {
  const digits = /\d[\d.,]*(?:[eE][-+]?\d+)?/.exec(text)?.[0] ?? '';
  const isGrouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits);
  return Number(isGrouped ? digits.replaceAll(',', '') : digits.replace(',', '.').replace(/[.,]$/, ''));
}
