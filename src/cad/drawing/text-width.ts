// How wide a text is: the font of our drawings, DejaVu Sans Condensed, whose proportions are near those of ISO 3098 type B.

/** Advance widths of U+0020 to U+007E in thousandths of an em (DejaVu Sans Condensed 2.37). */
const advances = [
  286, 360, 414, 754, 572, 855, 702, 247, 351, 351, 450, 754, 286, 325, 286, 303, 572, 572, 572, 572, 572,
  572, 572, 572, 572, 572, 303, 303, 754, 754, 754, 478, 900, 615, 617, 628, 693, 568, 518, 697, 677, 265,
  265, 590, 501, 776, 673, 708, 542, 708, 625, 571, 549, 659, 615, 890, 616, 549, 616, 351, 303, 351, 754,
  450, 450, 551, 571, 495, 571, 554, 316, 571, 570, 250, 250, 521, 250, 876, 570, 550, 571, 571, 370, 469,
  353, 570, 532, 736, 532, 532, 472, 572, 303, 572, 754,
];
/** Of Ø, ×, ±, °, – and …, which drawings use. */
const signs: Readonly<Record<string, number>> = {
  Ø: 708,
  '×': 754,
  '±': 754,
  '°': 450,
  '–': 450,
  '…': 900,
  '·': 286,
};
const otherAdvance = 700;
/** Height of capitals in ems: DejaVu's capitals are 1493 of 2048 units high. */
const capitalEms = 1493 / 2048;

/** The font size, mm, at which capitals are `height` mm high. */
export function fontSizeOf(height: number): number {
  return height / capitalEms;
}

/** The width of a text whose capitals are `height` mm high, mm. */
export function textWidth(words: string, height: number): number {
  const ems = [...words].reduce(
    (sum, sign) => sum + (advances[sign.charCodeAt(0) - 32] ?? signs[sign] ?? otherAdvance),
    0,
  );
  return (ems / 1000) * fontSizeOf(height);
}

/** The largest height of `heights` (largest first) at which the words fit into `width` mm; cut with … where none does. */
export function fitText(
  words: string,
  width: number,
  heights: readonly number[],
): { words: string; height: number } {
  const height = heights.find((one) => textWidth(words, one) <= width);
  if (height !== undefined) return { words, height };
  const smallest = heights.at(-1) ?? 2.5;
  let kept = [...words];
  while (kept.length > 0 && textWidth(`${kept.join('')}…`, smallest) > width) kept = kept.slice(0, -1);
  return { words: `${kept.join('').trimEnd()}…`, height: smallest };
}
