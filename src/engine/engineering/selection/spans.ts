// The properties that materials are compared by: a typical value and the span of its grades.
import type { FigureName, Material } from '../../../shared/model/material.ts';

export interface Span {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A property as an axis of a chart. */
export interface Property {
  readonly id: string;
  readonly title: string;
  /** As it stands in the formula of an index. */
  readonly symbol: string;
  readonly unit: string;
  /** Null where the table does not say it. */
  of(material: Material): Span | null;
  /** Ids of the sources of the value. */
  sourcesOf(material: Material): readonly string[];
}

function figure(id: FigureName, title: string, symbol: string, unit: string): Property {
  return {
    id,
    title,
    symbol,
    unit,
    of: ({ figures }) => {
      const found = figures[id];
      if (found === undefined) return null;
      const [low, high] = found.range ?? [found.value, found.value];
      return { value: found.value, low, high };
    },
    sourcesOf: ({ figures }) => (figures[id] === undefined ? [] : [figures[id].source]),
  };
}

export const modulus = figure('modulusGPa', 'Elastic modulus', 'E', 'GPa');
export const conductivity = figure('thermalConductivityWPerMK', 'Thermal conductivity', 'λ', 'W/(m·K)');
export const electrical = figure('electricalConductivityMSPerM', 'Electrical conductivity', 'κ', 'MS/m');

const yields = figure('yieldStrengthMPa', 'Yield strength', 'σf', 'MPa');
const breaks = figure('tensileStrengthMPa', 'Tensile strength', 'σf', 'MPa');

/** Where a material fails: its yield strength, and for one that breaks without yielding its tensile strength (Ashby, section 3.3). */
export const strength: Property = {
  id: 'strength',
  title: 'Strength (yield, or tensile where it does not yield)',
  symbol: 'σf',
  unit: 'MPa',
  of: (material) => yields.of(material) ?? breaks.of(material),
  sourcesOf: (material) => {
    const own = yields.sourcesOf(material);
    return own.length > 0 ? own : breaks.sourcesOf(material);
  },
};

export const density: Property = {
  id: 'density',
  title: 'Density',
  symbol: 'ρ',
  unit: 'g/cm³',
  of: ({ densityGramsPerCm3: value }) => ({ value, low: value, high: value }),
  sourcesOf: () => [],
};

/** EUR/kg · g/cm³ is EUR per litre; between the ends of the price the geometric mean, as prices differ by factors. */
export const costPerVolume: Property = {
  id: 'cost',
  title: 'Price of a volume',
  symbol: 'Cρ',
  unit: 'EUR/dm³',
  of: ({ densityGramsPerCm3, pricePerKgEur: { low, high } }) => ({
    value: Math.sqrt(low * high) * densityGramsPerCm3,
    low: low * densityGramsPerCm3,
    high: high * densityGramsPerCm3,
  }),
  sourcesOf: ({ pricePerKgEur: { source } }) => [source],
};
