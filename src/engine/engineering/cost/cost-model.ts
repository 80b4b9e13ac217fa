// What a cost model is: figures, each a range with its source, and what the part costs by their values.
import type { Material } from '../../../shared/model/material.ts';
import type { CostTable } from './cost-table.ts';

/** What is to be made. Lengths in mm; `box` is sorted, the longest first. */
export interface CostSubject {
  readonly material: Material;
  readonly volumeMm3: number;
  readonly areaMm2: number;
  readonly box: readonly [number, number, number];
  readonly faceCount: number;
  readonly table: CostTable;
}

/** A figure that the cost depends on. */
export interface CostFigure {
  readonly id: string;
  readonly title: string;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** Spelt out. */
  readonly source: string;
}

export type Values = Readonly<Record<string, number>>;

/** EUR: for each part, for each batch, and once. */
export interface CostItems {
  readonly material: number;
  readonly machine: number;
  readonly labour: number;
  readonly setup: number;
  readonly tooling: number;
}

export interface CostModel {
  /** Figures that follow from the part and its material; those of the table come on top. */
  figures(subject: CostSubject): readonly CostFigure[];
  /** What it costs by one value of each figure. */
  cost(values: Values, subject: CostSubject): CostItems;
}

/** The value of a figure; a missing one is a defect of the model. */
export function valueOf(values: Values, id: string): number {
  const value = values[id];
  if (value === undefined) throw new Error(`the cost model has no figure ${id}`);
  return value;
}

export function gramsOf({ volumeMm3, material }: CostSubject): number {
  return (volumeMm3 / 1000) * material.densityGramsPerCm3;
}

/** The class of a material that its cutting depends on. */
export function cuttingClass({ id, family }: Material): string {
  if (family !== 'metal') return 'plastic';
  const classes: readonly (readonly [RegExp, string])[] = [
    [/^al-/, 'aluminium'],
    [/^(ss-|steel-1\.4310)/, 'stainless'],
    [/^steel-/, 'steel'],
    [/^gj/, 'cast_iron'],
    [/^(copper|brass|bronze|albronze)/, 'copper'],
    [/^ti-/, 'titanium'],
    [/^inconel/, 'nickel'],
    [/^mg-/, 'magnesium'],
    [/^zamak/, 'zinc'],
  ];
  return classes.find(([pattern]) => pattern.test(id))?.[1] ?? 'steel';
}
