// Pulleys of synchronous belts by series: pitch, pitch line, and the groove between two teeth. Lengths in mm.

/** A groove with flat floor: width at the floor, angle between the flanks. */
interface FlatGroove {
  readonly form: 'flat';
  readonly floor: number;
  readonly angleDeg: number;
}
/** A groove with round floor, its flanks straight and tangent to it. */
interface RoundGroove {
  readonly form: 'round';
  readonly radius: number;
  readonly angleDeg: number;
}
/** A groove with round floor, its flanks arcs that end square to the outside. */
interface ArchedGroove {
  readonly form: 'arched';
  readonly radius: number;
  readonly flankRadius: number;
}
export type Groove = FlatGroove | RoundGroove | ArchedGroove;

export interface TimingBelt {
  readonly name: string;
  readonly called: RegExp;
  readonly pitch: number;
  /** From the outside of the pulley to the pitch line of the belt. */
  readonly pitchLine: number;
  /** From the outside to the floor of the groove. */
  readonly depth: number;
  readonly groove: Groove;
  readonly source: string;
}

export const timingBelts: readonly TimingBelt[] = [
  {
    name: 'GT2 (2 mm)',
    called: /\b(?:GT2|GT-2|2GT|2MGT|2MR)\b(?:[\s-]*2\s?mm\b)?/i,
    pitch: 2,
    pitchLine: 0.254,
    depth: 0.75,
    groove: { form: 'arched', radius: 0.555, flankRadius: 1 },
    source: 'Gates PowerGrip GT, 2 mm: the tooth of the belt',
  },
  {
    name: 'HTD 3M',
    called: /\b(?:HTD[\s-]*)?3M\b|\bHTD[\s-]*3(?:\s?mm)?\b/i,
    pitch: 3,
    pitchLine: 0.381,
    depth: 1.22,
    groove: { form: 'round', radius: 0.91, angleDeg: 14 },
    source: 'ISO 13050, type H',
  },
  {
    name: 'T5',
    called: /\bT5\b/,
    pitch: 5,
    pitchLine: 0.42,
    depth: 1.95,
    groove: { form: 'flat', floor: 1.83, angleDeg: 50 },
    source: 'DIN 7721-2 (ISO 17396), gap N',
  },
  {
    name: 'HTD 5M',
    called: /\b(?:HTD[\s-]*)?5M\b|\bHTD[\s-]*5(?:\s?mm)?\b/i,
    pitch: 5,
    pitchLine: 0.5715,
    depth: 2.06,
    groove: { form: 'round', radius: 1.56, angleDeg: 14 },
    source: 'ISO 13050, type H',
  },
  {
    name: 'T10',
    called: /\bT10\b/,
    pitch: 10,
    pitchLine: 0.93,
    depth: 3.4,
    groove: { form: 'flat', floor: 3.38, angleDeg: 50 },
    source: 'DIN 7721-2 (ISO 17396), gap N',
  },
  {
    name: 'MXL',
    called: /\bMXL\b/i,
    pitch: 2.032,
    pitchLine: 0.254,
    depth: 0.69,
    groove: { form: 'flat', floor: 0.84, angleDeg: 40 },
    source: 'ISO 5294',
  },
  {
    name: 'XL',
    called: /\bXL\b/i,
    pitch: 5.08,
    pitchLine: 0.254,
    depth: 1.65,
    groove: { form: 'flat', floor: 1.32, angleDeg: 50 },
    source: 'ISO 5294',
  },
];

/** The series of this pitch and pitch line; undefined where there is none. */
export function timingBeltOf(pitch: number, pitchLine: number): TimingBelt | undefined {
  return timingBelts.find((belt) => belt.pitch === pitch && belt.pitchLine === pitchLine);
}

/** The first series of a pitch. */
export function usualTimingBelt(pitch: number | undefined): TimingBelt | undefined {
  return timingBelts.find((belt) => belt.pitch === pitch);
}
