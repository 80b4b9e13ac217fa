// The two analyses that can be asked for: kinds of competitors, and features by RICE and MoSCoW. Assumptions are said; no firms, no market figures.
import type { Candidate } from './domain-concepts.ts';
import type { Domain } from './domains.ts';
import type { Criterion } from './rank-concepts.ts';

type Row = Record<string, string | number | null>;

/** Kinds of offers people choose instead, whether they serve what was asked for, and the gap the best idea goes for. */
export function competitiveAnalysis(domain: Domain, best: Candidate, criteria: readonly Criterion[]): Row[] {
  const rows = domain.alternatives.map(({ category, strength, weakness, opening, strongIn }) => ({
    kind: category,
    strength,
    weakness,
    'strong in': namesOf(criteria, strongIn, true),
    'leaves open': namesOf(criteria, strongIn, false),
    'opening for us': `${opening} (first idea: ${best.idea.title.replaceAll('{product}', 'the product')})`,
  }));
  const assumption = {
    kind: 'Assumption',
    strength: 'kinds of offers, from general knowledge of the field',
    weakness: 'no firm, price or market share was researched',
    'strong in': '',
    'leaves open': '',
    'opening for us': 'check against real products before deciding',
  };
  return [...rows, assumption];
}

function namesOf(criteria: readonly Criterion[], keys: readonly string[], inside: boolean): string {
  const names = criteria
    .filter(({ key }) => keys.includes(key) === inside)
    .map(({ constraint }) => constraint);
  return names.length === 0 ? 'none of the constraints' : names.join(', ').replaceAll('_', ' ');
}

/** Impact is raised by this share for each constraint a feature serves. */
const impactPerConstraint = 0.5;

/**
 * The features of the domain. RICE (Intercom, 2016) = reach · impact · confidence / effort, impact raised by the
 * constraints served; MoSCoW (Clegg and Barker, 1994): what the product cannot be sold without is a must, the rest by RICE.
 */
export function featurePriority(domain: Domain, criteria: readonly Criterion[]): Row[] {
  const rows = domain.features.map((feature) => {
    const served = criteria.filter(({ key }) => feature.serves.includes(key));
    const weight = served.reduce((sum, one) => sum + one.weight, 0);
    const impact = feature.impact * (1 + impactPerConstraint * weight);
    const rice = (feature.reach * impact * feature.confidence) / feature.months;
    return { feature, served, impact, rice };
  });
  rows.sort((a, b) => b.rice - a.rice || a.feature.name.localeCompare(b.feature.name));
  const optional = rows.filter(({ feature }) => !feature.must);
  return rows.map((row) => ({
    feature: row.feature.name,
    'reach, of 10 users a quarter': row.feature.reach,
    impact: round(row.impact),
    'confidence, %': Math.round(row.feature.confidence * 100),
    'effort, person-months': row.feature.months,
    RICE: round(row.rice),
    MoSCoW: row.feature.must ? 'must' : moscow(optional.indexOf(row) / optional.length),
    serves: row.served.map(({ constraint }) => constraint.replaceAll('_', ' ')).join(', '),
    basis: 'own estimate, to be replaced by what users say',
  }));
}

function moscow(place: number): string {
  if (place < 0.4) return 'should';
  return place < 0.8 ? 'could' : 'will not now';
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
