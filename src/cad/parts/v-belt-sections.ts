// Grooves of V-belt pulleys by section (ISO 4183:1995, narrow sections; edge distance f as DIN 2211-1).

export interface VBeltSection {
  readonly name: string;
  /** Width of the groove at the pitch line, mm: w_d. */
  readonly pitchWidth: number;
  /** From the pitch line out to the outside, mm: b. */
  readonly above: number;
  /** From the pitch line in to the bottom, mm: h. */
  readonly below: number;
  /** Between grooves, mm: e. */
  readonly pitch: number;
  /** From the last groove's middle to the edge, mm: f. */
  readonly edge: number;
  /** Up to this pitch diameter, mm, the groove angle is 34°, above it 38°. */
  readonly steepUpTo: number;
}

export const vBeltSections: readonly VBeltSection[] = [
  { name: 'SPZ', pitchWidth: 8.5, above: 2, below: 9, pitch: 12, edge: 8, steepUpTo: 80 },
  { name: 'SPA', pitchWidth: 11, above: 2.75, below: 11, pitch: 15, edge: 10, steepUpTo: 118 },
  { name: 'SPB', pitchWidth: 14, above: 3.5, below: 14, pitch: 19, edge: 12.5, steepUpTo: 190 },
  { name: 'SPC', pitchWidth: 19, above: 4.8, below: 19, pitch: 25.5, edge: 17, steepUpTo: 315 },
];

/** The section of this pitch width; the narrowest for one that is none, which `check` refuses. */
export function sectionOf(pitchWidth: number | undefined): VBeltSection {
  const found = vBeltSections.find((section) => section.pitchWidth === pitchWidth) ?? vBeltSections[0];
  if (found === undefined) throw new RangeError('there are no sections');
  return found;
}

export function isPitchWidth(pitchWidth: number): boolean {
  return vBeltSections.some((section) => section.pitchWidth === pitchWidth);
}
