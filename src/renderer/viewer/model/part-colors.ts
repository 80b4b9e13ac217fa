// Colours that tell parts apart: those of the file, one per part, or one per name, so that equal parts look equal.
import type { PartMesh } from '../../../cad/mesh/part-mesh.ts';

export type ColorMode = 'file' | 'part' | 'name';
/** Red, green and blue, sRGB from 0 to 1. */
type Rgb = readonly [number, number, number];

/** Twelve calm colours of like lightness; neighbours in the row are far apart in hue. */
const row = [
  0x6f93b8, 0xc58f5c, 0x7fa37a, 0xb0768f, 0xb5a35a, 0x5fa3a3, 0xc07a6b, 0x8f83b5, 0x9cb36b, 0x6b9fc9,
  0xa8866f, 0xa886a8,
];

/** The colour of every part; null: the neutral one of the theme. */
export function partColors(
  mode: ColorMode,
  parts: readonly Pick<PartMesh, 'name' | 'color'>[],
): (Rgb | null)[] {
  if (mode === 'file') return parts.map(({ color }) => color);
  const names = [...new Set(parts.map(({ name }) => name))];
  return parts.map(({ name }, index) => colorAt(mode === 'part' ? index : names.indexOf(name)));
}

function colorAt(index: number): Rgb {
  const hex = row[index % row.length] ?? 0;
  return [(hex >> 16) / 255, ((hex >> 8) & 255) / 255, (hex & 255) / 255];
}
