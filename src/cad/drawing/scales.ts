// Scales of technical drawings (ISO 5455), largest first.

export interface Scale {
  /** `2:1`, `1:5`. */
  readonly name: string;
  /** Millimetres of paper per millimetre of the part. */
  readonly factor: number;
}

const enlargements = [50, 20, 10, 5, 2];
const reductions = [2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

export const scales: readonly Scale[] = [
  ...enlargements.map((by) => ({ name: `${by}:1`, factor: by })),
  { name: '1:1', factor: 1 },
  ...reductions.map((by) => ({ name: `1:${by}`, factor: 1 / by })),
];

/** The scale with this name, `1 : 2` and `1:2` alike; null when ISO 5455 has none such. */
export function findScale(name: string): Scale | null {
  const plain = name.replaceAll(/\s+/g, '');
  return scales.find((scale) => scale.name === plain) ?? null;
}
