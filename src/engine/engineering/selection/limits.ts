// Limits that a material must keep, each with its field, its words, and what is said of a material that falls out.
import type { FigureName, Material, TraitName } from '../../../shared/model/material.ts';
import type { Units } from '../read-amounts.ts';

/** A limit by a figure; `units` has the table's unit first. */
export interface FigureLimit {
  readonly name: string;
  readonly units: Units;
  /** What must stand before the figure in a message; empty where its unit says enough. */
  readonly before: string;
  /** Why the material falls out; null when it keeps the limit. */
  check(material: Material, limit: number): string | null;
}

const celsius: Units = {
  '°C': 1,
  '° C': 1,
  degC: 1,
  'degrees C': 1,
  C: 1,
  '°F': (value) => (value - 32) / 1.8,
};
const stress: Units = { MPa: 1, 'N/mm²': 1, 'N/mm2': 1, ksi: 6.894757, psi: 0.006894757 };
const heat: Units = { 'W/(m·K)': 1, 'W/(m*K)': 1, 'W/m·K': 1, 'W/mK': 1, 'W/(mK)': 1 };

function least(figure: FigureName, name: string, words: string, unit: string) {
  return ({ figures }: Material, limit: number): string | null => {
    const found = figures[figure];
    if (found === undefined) return `its ${name} is not in the table`;
    return found.value >= limit ? null : `${words} ${found.value} ${unit}, ${show(limit)} ${unit} are needed`;
  };
}

export const figureLimits: readonly FigureLimit[] = [
  {
    name: 'max_temperature',
    units: celsius,
    before: '',
    check: least('maxServiceTempC', 'service temperature', 'serves up to', '°C'),
  },
  {
    name: 'min_tensile_strength',
    units: stress,
    before: '\\b(?:tensile|ultimate|UTS|Rm)\\b[^\\d;,]{0,30}',
    check: least('tensileStrengthMPa', 'tensile strength', 'breaks at', 'MPa'),
  },
  {
    name: 'min_modulus',
    units: { GPa: 1 },
    before: '',
    check: least('modulusGPa', 'modulus', 'its modulus is', 'GPa'),
  },
  {
    name: 'min_yield_strength',
    units: stress,
    before: '',
    check: least('yieldStrengthMPa', 'yield strength', 'yields at', 'MPa'),
  },
  {
    name: 'min_thermal_conductivity',
    units: heat,
    before: '',
    check: least('thermalConductivityWPerMK', 'thermal conductivity', 'conducts', 'W/(m·K)'),
  },
  {
    name: 'min_elongation',
    units: { '%': 1 },
    before: '\\b(?:elongation|stretch\\w*)\\b[^\\d;,]{0,30}',
    check: least('elongationPercent', 'elongation', 'breaks at an elongation of', '%'),
  },
  {
    name: 'max_density',
    units: { 'g/cm³': 1, 'g/cm3': 1, 'kg/m³': 0.001, 'kg/m3': 0.001 },
    before: '',
    check: ({ densityGramsPerCm3: density }, limit) =>
      density <= limit ? null : `its density is ${density} g/cm³, ${show(limit)} g/cm³ are allowed`,
  },
  {
    name: 'max_price',
    units: { 'EUR/kg': 1, '€/kg': 1, 'EUR per kg': 1, '€ per kg': 1 },
    before: '',
    check: ({ pricePerKgEur: { low, high } }, limit) =>
      Math.sqrt(low * high) <= limit
        ? null
        : `costs about ${show(Math.sqrt(low * high))} EUR/kg (${low} to ${high}), ${show(limit)} EUR/kg are allowed`,
  },
];

/** A requirement by a judgement of the table. */
interface Requirement {
  readonly id: string;
  readonly words: RegExp;
  check(material: Material): string | null;
}

function judged(id: string, words: RegExp, [trait, least]: readonly [TraitName, number]): Requirement {
  return {
    id,
    words,
    check: ({ traits }) => {
      const found = traits[trait];
      if (found === undefined) return `not judged for ${id.replaceAll('_', ' ')}`;
      return found.score >= least ? null : `${id.replaceAll('_', ' ')}: ${found.text}`;
    },
  };
}

export const requirements: readonly Requirement[] = [
  judged('transparent', /transparen|\bclear\b|see-through|\bwindow\b/i, ['transparency', 4]),
  judged('food_contact', /\bfood|\bdrinking water/i, ['food', 3]),
  judged('outdoor', /outdoor|\buv\b|sunlight|weather/i, ['uv', 3]),
  judged('flame_retardant', /flame|fire|ul\s?94|\bv-?0\b/i, ['flame', 4]),
  judged('water_resistant', /sea ?water|salt ?water|marine|corrosion|rust|water.?(resist|proof)|\bwet\b/i, [
    'water',
    4,
  ]),
  judged('chemical_resistant', /chemical|\boils?\b|\bfuel|solvent|\bacid/i, ['chemical', 4]),
  judged('tough', /\btough|\bimpact|\bdrops?\b|\brugged|\bductile|not brittle/i, ['impact', 4]),
  judged('wear_resistant', /\bwear\b|sliding|friction|abrasion/i, ['wear', 4]),
  judged('sealing', /\bgasket|\bo-?ring|\bsealing\b/i, ['sealing', 4]),
  {
    id: 'electrically_insulating',
    words: /electrical(ly)?\s+insulat|insulat\w+\s+(electric|current)|non-?conduct|dielectric/i,
    check: ({ family, id }) =>
      family === 'metal' || id === 'cfrp' ? 'electrically insulating: it conducts' : null,
  },
];

function show(value: number): string {
  return String(Number(value.toPrecision(4)));
}
