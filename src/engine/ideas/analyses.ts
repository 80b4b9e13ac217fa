// The two analyses that can be asked for: kinds of competitors, and features by RICE and MoSCoW. Assumptions are said; no firms, no market figures.
import type { MorphologicalBox } from './blocks.ts';
import type { Criterion, ScoredConcept } from './rank-concepts.ts';

type Row = Record<string, string | number | null>;

/** Kinds of offers people choose instead, and where the first ideas differ from them. */
export function competitiveAnalysis(subject: string, picked: readonly ScoredConcept[]): Row[] {
  const first = picked[0]?.concept.map(({ name }) => name) ?? [];
  const [sensing = '', power = '', connection = '', operation = '', housing = ''] = first;
  return [
    {
      kind: 'Doing nothing',
      strength: 'costs nothing',
      weakness: 'the need stays',
      'how the first idea differs': `${operation} makes the change small`,
    },
    {
      kind: `Simple ${subject}, sold on price`,
      strength: 'cheap, known',
      weakness: 'no data, no adaptation',
      'how the first idea differs': `${sensing} and ${connection}`,
    },
    {
      kind: 'Product of a platform',
      strength: 'brand, shop, ecosystem',
      weakness: 'account and cloud needed',
      'how the first idea differs': `works with ${connection}`,
    },
    {
      kind: 'Professional installation',
      strength: 'wired, serviced',
      weakness: 'price, an appointment',
      'how the first idea differs': `${power}, ${housing}`,
    },
    {
      kind: 'Assumption',
      strength: 'kinds of offers only',
      weakness: 'no firm was researched',
      'how the first idea differs': 'check against real products before deciding',
    },
  ];
}

/** Every block as a feature. RICE (Intercom, 2016) = reach · impact · confidence / effort; MoSCoW from the score. */
export function featurePriority(box: MorphologicalBox, criteria: readonly Criterion[]): Row[] {
  const rows = box.axes.flatMap(({ name: axis, options }) =>
    options.map((option) => {
      const told = criteria.filter(({ key }) => option.scores[key] !== undefined);
      const reach = Math.round((told.length / Math.max(1, criteria.length)) * 100);
      const impact =
        told.length === 0
          ? 0.25
          : told.reduce((sum, { key }) => sum + (option.scores[key] ?? 0), 0) / told.length / 2;
      const confidence = told.length > 1 ? 80 : 50;
      const rice = (reach * impact * (confidence / 100)) / option.effort;
      return {
        axis,
        feature: option.name,
        reach,
        impact: round(impact),
        confidence,
        effort: option.effort,
        rice: round(rice),
      };
    }),
  );
  const sorted = rows.sort((a, b) => b.rice - a.rice || a.feature.localeCompare(b.feature));
  return sorted.map((row, index) => ({
    feature: row.feature,
    axis: row.axis,
    'reach, % of constraints': row.reach,
    'impact, 0 to 2.5': row.impact,
    'confidence, %': row.confidence,
    'effort, 1 to 5': row.effort,
    RICE: row.rice,
    MoSCoW: moscow(index / sorted.length),
  }));
}

function moscow(place: number): string {
  if (place < 0.2) return 'must';
  if (place < 0.5) return 'should';
  return place < 0.8 ? 'could' : 'will not now';
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
