// Materials ranked for a use: every constraint is a score of the table, the reasons are said, what cannot be judged is said too.
import type { Material, TraitName } from '../../shared/model/material.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

interface Score {
  readonly score: number;
  readonly reason: string;
  readonly source: string;
  /** What the score was made of, more is better: decides between equal scores; then the cheaper comes first. */
  readonly amount?: number;
}

interface Criterion {
  readonly name: string;
  readonly words: RegExp;
  score(material: Material): Score | null;
}

function byTrait(name: string, words: RegExp, trait: TraitName): Criterion {
  return {
    name,
    words,
    score: (material) => {
      const found = material.traits[trait];
      return found === undefined ? null : { score: found.score, reason: found.text, source: found.source };
    },
  };
}

/** Where each step from 1 to 5 begins. */
function steps(value: number, limits: readonly [number, number, number, number]): number {
  return 1 + limits.filter((limit) => value >= limit).length;
}

const criteria: readonly Criterion[] = [
  byTrait('water', /water|moist|wet|humid|rain|splash|ip\s?6|seal|outdoor|weather|corro|rust/i, 'water'),
  byTrait('cost', /cost|cheap|afford|budget|price|inexpensive|economic/i, 'cost'),
  {
    name: 'temperature',
    words: /temperature|heat(?!\s?sink)|hot|thermal(?!\s?(ly )?conduct)/i,
    score: ({ figures }) => {
      const figure = figures.maxServiceTempC;
      if (figure === undefined) return null;
      return {
        score: steps(figure.value, [60, 80, 105, 150]),
        reason: `serves up to ${figure.value} °C`,
        amount: figure.value,
        source: figure.source,
      };
    },
  },
  {
    name: 'heat conduction',
    words: /heat\s?sink|dissipat|thermal(ly)? conduct|conducts? heat/i,
    score: ({ figures }) => {
      const figure = figures.thermalConductivityWPerMK;
      if (figure === undefined) return null;
      return {
        score: steps(figure.value, [1, 20, 80, 150]),
        reason: `conducts ${figure.value} W/(m·K)`,
        amount: figure.value,
        source: figure.source,
      };
    },
  },
  byTrait('sunlight', /\buv\b|sun|outdoor|weather/i, 'uv'),
  byTrait('flame', /flame|fire|ul\s?94|v-?0/i, 'flame'),
  byTrait('chemicals', /chemical|oil|fuel|solvent|acid|clean/i, 'chemical'),
  byTrait('impact', /impact|tough|drop|rugged|shock|robust|durab/i, 'impact'),
  byTrait('transparency', /transparen|clear\b|see-through|light guide|window/i, 'transparency'),
  byTrait('wear', /wear|sliding|bearing|bushing|gear|friction/i, 'wear'),
  byTrait('food', /food|kitchen|drinking/i, 'food'),
  byTrait('sealing', /gasket|o-?ring|elastic|sealing/i, 'sealing'),
  {
    name: 'weight',
    words: /light\s?weight|weight|light\b|mass/i,
    score: ({ densityGramsPerCm3, source }) => ({
      score: 6 - steps(densityGramsPerCm3, [1.1, 1.5, 2.9, 5]),
      reason: `density ${densityGramsPerCm3} g/cm³`,
      amount: -densityGramsPerCm3,
      source,
    }),
  },
  {
    name: 'strength',
    words: /strong|strength|load|stiff|rigid|structural/i,
    score: ({ figures }) => {
      const figure = figures.yieldStrengthMPa;
      if (figure === undefined) return null;
      return {
        score: steps(figure.value, [25, 50, 120, 250]),
        reason: `yields at ${figure.value} MPa`,
        amount: figure.value,
        source: figure.source,
      };
    },
  },
];

const asks =
  /\b(which|what|best|good|suitable|recommend|suggest|choose|select|should (i|we) use)\b.*\b(materials?|plastics?|metals?|polymers?|alloys?|resins?)\b|\b(materials?|plastics?|metals?)\b.*\b(for|best|recommend|suitable)\b/is;
const shownCount = 5;

/** `What materials would be best for a waterproof enclosure?` with constraints from the request. */
export function rankMaterials({ text, constraints, industry, knowledge }: Question): SkillAnswer | null {
  if (!asks.test(text) || /\bof the\b.*\bmaterial\b/i.test(text)) return null;
  const wishes = [...constraints.map((one) => one.replaceAll('_', ' ')), text];
  const judged = criteria.filter(({ words }) => wishes.some((wish) => words.test(wish)));
  const notJudged = constraints.filter(
    (one) => !criteria.some(({ words }) => words.test(one.replaceAll('_', ' '))),
  );
  const candidates = knowledge.materials.materials.filter(({ family }) => isCandidate(family, text));
  const used =
    judged.length === 0 ? criteria.filter(({ name }) => name === 'cost' || name === 'impact') : judged;
  const ranked = candidates
    .map((material) => ({ material, scores: used.map((criterion) => criterion.score(material)) }))
    .map((row) => ({ ...row, total: mean(row.scores.map((score) => score?.score ?? 1)) }))
    .sort(
      (a, b) =>
        b.total - a.total ||
        moreOf(b.scores, a.scores) ||
        (b.material.traits.cost?.score ?? 0) - (a.material.traits.cost?.score ?? 0) ||
        a.material.name.localeCompare(b.material.name),
    )
    .slice(0, shownCount);
  const titleOf = (id: string): string => knowledge.materials.sources[id] ?? id;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const sources = new Set(
    ranked.flatMap(({ scores }) =>
      scores.flatMap((score) => (score === null ? [] : [titleOf(score.source)])),
    ),
  );
  const best = ranked[0];
  return {
    text: [
      best === undefined
        ? ''
        : `**${best.material.name}** comes first by ${used.map(({ name }) => name).join(', ')}${industry === '' ? '' : ` for ${industry.replaceAll('_', ' ')}`}.`,
      '',
      line(['Material', ...used.map(({ name }) => name), 'mean']),
      line(['---', ...used.map(() => '--:'), '--:']),
      ...ranked.map(({ material, scores, total }) =>
        line([
          material.name,
          ...scores.map((score) => String(score?.score ?? 'not judged')),
          total.toFixed(1),
        ]),
      ),
      '',
      ...ranked
        .slice(0, 3)
        .map(
          ({ material, scores }) =>
            `- ${material.name}: ${scores.flatMap((score, index) => (score === null ? [] : [`${used[index]?.name}: ${score.reason}`])).join('; ')}`,
        ),
      '',
      'Scores run from 1 (poor) to 5 (excellent), all constraints weigh the same.',
      ...(/waterproof|\bip\s?6\d/i.test(text)
        ? [
            'A waterproof enclosure is made by its seal and design as much as by its material; ask me what IP67 means.',
          ]
        : []),
      ...(judged.length === 0
        ? [
            'No requirement was named that I can judge, so cost and impact were taken; say for example waterproof, outdoor or heat resistant.',
          ]
        : []),
      ...notJudged.map(
        (one) => `“${one.replaceAll('_', ' ')}” cannot be judged from my tables and did not count.`,
      ),
    ].join('\n'),
    sources: [...sources].map((title) => cite(title)),
  };
}

/** Rubber is offered for seals only; metals stay out when a plastic is asked for, and the other way round. */
function isCandidate(family: Material['family'], text: string): boolean {
  const wantsSeal = /gasket|o-?ring|seal(ing)? (material|lip|ring)/i.test(text);
  if (family === 'elastomer' || wantsSeal) return wantsSeal && family === 'elastomer';
  if (/\b(plastics?|polymers?|resins?)\b/i.test(text))
    return family === 'thermoplastic' || family === 'thermoset';
  if (/\b(metals?|alloys?)\b/i.test(text)) return family === 'metal';
  if (/\bceramics?\b|\bglass(?!.?(filled|fib))/i.test(text)) return family === 'ceramic';
  if (family === 'composite') return /pcb|board|laminate|composite|fibre|fiber/i.test(text);
  return family !== 'ceramic' && family !== 'natural';
}

/** Positive where the first list has more of the first amount in which they differ. */
function moreOf(one: readonly (Score | null)[], other: readonly (Score | null)[]): number {
  const steps = one.map((score, index) => (score?.amount ?? 0) - (other[index]?.amount ?? 0));
  return steps.find((step) => step !== 0) ?? 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
