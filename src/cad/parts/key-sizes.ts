// Parallel keys by shaft diameter: DIN 6885-1:1968, width b and depth t1 in the shaft, mm.

/** Rows hold for shafts above the row before up to `upTo`. */
const rows: readonly { readonly upTo: number; readonly width: number; readonly depth: number }[] = [
  { upTo: 8, width: 2, depth: 1.2 },
  { upTo: 10, width: 3, depth: 1.8 },
  { upTo: 12, width: 4, depth: 2.5 },
  { upTo: 17, width: 5, depth: 3 },
  { upTo: 22, width: 6, depth: 3.5 },
  { upTo: 30, width: 8, depth: 4 },
  { upTo: 38, width: 10, depth: 5 },
  { upTo: 44, width: 12, depth: 5 },
  { upTo: 50, width: 14, depth: 5.5 },
  { upTo: 58, width: 16, depth: 6 },
  { upTo: 65, width: 18, depth: 7 },
  { upTo: 75, width: 20, depth: 7.5 },
  { upTo: 85, width: 22, depth: 9 },
  { upTo: 95, width: 25, depth: 9 },
  { upTo: 110, width: 28, depth: 10 },
];

/** The key of a shaft; beyond 110 mm that of 110 mm, which a person then changes. */
export function keyOfShaft(diameter: number): { readonly width: number; readonly depth: number } {
  const row = rows.find(({ upTo }) => diameter <= upTo) ?? rows.at(-1);
  return { width: row?.width ?? 0, depth: row?.depth ?? 0 };
}
