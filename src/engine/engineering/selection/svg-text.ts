// Texts and numbers of a chart as SVG.

interface TextStyle {
  readonly anchor?: 'middle' | 'end';
  readonly size?: number;
  readonly weight?: 'bold';
  readonly colour?: string;
}

/** A text of the chart; its place is the baseline. */
export function text(
  x: number,
  y: number,
  words: string,
  { anchor, size: px, weight, colour }: TextStyle = {},
): string {
  const style = [
    anchor === undefined ? '' : ` text-anchor="${anchor}"`,
    px === undefined ? '' : ` font-size="${px}"`,
    weight === undefined ? '' : ` font-weight="${weight}"`,
    colour === undefined ? '' : ` fill="${colour}"`,
  ].join('');
  return `<text x="${digits(x)}" y="${digits(y)}"${style}>${escape(words)}</text>`;
}

/** Tenths are finer than a screen shows. */
export function digits(value: number): string {
  return String(Number(value.toFixed(1)));
}

/** Text as XML. */
export function escape(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
