// Judgements of one material: "is ABS good outdoors", "flame rating of PC-ABS".
import { type Material, mentionedMaterials, type TraitName } from '../../shared/model/material.ts';
import { quantitiesIn } from './quantities.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

const words: readonly (readonly [TraitName, RegExp])[] = [
  ['uv', /\buv\b|outdoor|sun(light)?\b|weather/i],
  ['flame', /\bflam|\bul\s?94\b|\bfire|\bburn|\bV-?0\b/i],
  ['chemical', /chemical|\boils?\b|\bfuel|solvent|\bacid|alcohol|clean/i],
  ['impact', /impact|tough|brittle|\bdrop|shatter/i],
  ['water', /water|moist|humid|corro|rust|sea\b/i],
  ['cost', /\bcost|expensive|cheap/i],
  ['transparency', /transparen|\bclear\b|see.through/i],
  ['wear', /\bwear|sliding|friction|bearing|gears?\b/i],
  ['sealing', /\bseal|gasket/i],
  ['food', /\bfood/i],
];
const verdicts = ['', 'poor', 'weak', 'fair', 'good', 'excellent'] as const;

/** Says how a material is judged in what the question asks, with the reason and its source. */
export function answerTraits({ text, knowledge }: Question): SkillAnswer | null {
  const { materials, sources } = knowledge.materials;
  const named = mentionedMaterials(materials, text).slice(0, 5);
  const asked = words.filter(([, pattern]) => pattern.test(text)).map(([trait]) => trait);
  if (named.length === 0 || asked.length === 0 || /absorption/i.test(text)) return null;
  const lines = named.flatMap((material) =>
    asked.map((trait) => {
      const found = material.traits[trait];
      return found === undefined
        ? { text: `- ${material.name}, ${trait}: not judged in my table`, source: null }
        : {
            text: `- ${material.name}, ${trait}: **${verdicts[found.score]}** (${found.score} of 5), ${found.text}${priceOf(trait, material)}`,
            source: sources[found.source] ?? found.source,
          };
    }),
  );
  const cited = [...new Set(lines.flatMap(({ source }) => source ?? []))];
  return { text: lines.map((line) => line.text).join('\n'), sources: cited.map((title) => cite(title)) };
}

/** Beside the judgement of its cost, what stock of a material costs. */
function priceOf(trait: TraitName, { pricePerKgEur: { low, high } }: Material): string {
  return trait === 'cost' ? `; stock for about ${low} to ${high} EUR/kg` : '';
}

/** `can I use ABS at 90 °C?`: against its highest service temperature. */
export function answerServiceTemperature({ text, knowledge }: Question): SkillAnswer | null {
  const [material] = mentionedMaterials(knowledge.materials.materials, text);
  const [celsius] = quantitiesIn(text, { '°C': 1, degC: 1 });
  const limit = material?.figures.maxServiceTempC;
  if (material === undefined || celsius === undefined || limit === undefined) return null;
  const verdict =
    celsius <= (limit.range?.[0] ?? limit.value) ? 'Yes' : celsius > limit.value ? 'No' : 'At the limit';
  const range = limit.range === undefined ? '' : `, ${limit.range[0]} to ${limit.range[1]} °C by grade`;
  return {
    text: `**${verdict}**: ${material.name} serves up to ${limit.value} °C${range}. Under load and for years less; cold is not judged here.`,
    sources: [cite(knowledge.materials.sources[limit.source] ?? limit.source)],
  };
}
