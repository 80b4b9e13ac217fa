// A flat pattern, told in the chat and as a table.
import type { FlatSummary } from '../../cad/sheet/flat-pattern.ts';
import type { ResultTable } from '../../shared/protocol/engineering-response.ts';

/** One line for the chat. */
export function flatLine({ widthMm, heightMm, thicknessMm, bends, holeCount }: FlatSummary): string {
  const size = [widthMm, heightMm, thicknessMm].map(digits).join(' × ');
  const bent = bends.length === 0 ? 'no bend' : bends.length === 1 ? 'one bend' : `${bends.length} bends`;
  const holes = holeCount === 0 ? '' : `, ${holeCount === 1 ? 'one hole' : `${holeCount} holes`}`;
  const factors = [...new Set(bends.map(({ kFactor }) => digits(kFactor)))].join(', ');
  return `Flat pattern ${size} mm, ${bent}${factors === '' ? '' : ` with K ${factors}`}${holes}.`;
}

/** One row per bend. */
export function bendTable({ bends }: FlatSummary): ResultTable {
  return {
    title: 'Bends of the flat pattern',
    columns: [
      { key: 'bend', title: 'Bend' },
      { key: 'way', title: 'Way' },
      { key: 'angle', title: 'Angle', unit: '°' },
      { key: 'radius', title: 'Inside radius', unit: 'mm' },
      { key: 'length', title: 'Length', unit: 'mm' },
      { key: 'k', title: 'K-factor' },
      { key: 'allowance', title: 'Bend allowance', unit: 'mm' },
      { key: 'deduction', title: 'Bend deduction', unit: 'mm' },
    ],
    rows: bends.map((bend, index) => ({
      bend: index + 1,
      way: bend.isUp ? 'up' : 'down',
      angle: bend.angleDeg,
      radius: bend.radiusMm,
      length: bend.lengthMm,
      k: bend.kFactor,
      allowance: bend.allowanceMm,
      deduction: bend.deductionMm ?? 'no common corner',
    })),
    note: 'Allowance = angle · (radius + K · thickness); up is towards the viewer of the flat pattern.',
  };
}

function digits(value: number): string {
  return String(Number(value.toFixed(3)));
}
