// What the room itself knows: results of earlier answers.
import { type Material, mentionedMaterials } from '../../shared/model/material.ts';
import { type Source } from '../../shared/protocol/response-data.ts';
import { engineeringResponseDataSchema, type Measured } from '../../shared/protocol/engineering-response.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

const asks =
  /\b(mass|weigh|heavy|volume|size|dimension|big|surface|area|centre|center|material|parameter|assum|wall|densit)/i;

/** `How heavy is the bracket?`: the newest result the question names, or the only one there is. */
export function answerRoom({ text, room, knowledge }: Question): SkillAnswer | null {
  if (!asks.test(text)) return null;
  const results = room.answers.flatMap(({ body, at }) => {
    const data = engineeringResponseDataSchema.safeParse(body);
    return data.success && data.data.measured !== undefined
      ? [{ data: data.data, measured: data.data.measured, at }]
      : [];
  });
  const words = text.toLowerCase().split(/\W+/);
  const named = results.findLast(({ data }) => words.includes(headOf(data.title ?? '')));
  const newest = results.at(-1);
  const found = named ?? (/\b(part|it|this|that|model|result)\b/i.test(text) ? newest : undefined);
  if (found === undefined) return null;
  const { data, measured, at } = found;
  const { x, y, z } = measured.bounding_box_mm;
  const assumed = (data.parameters ?? []).filter(({ origin }) => origin === 'assumed');
  const other = otherMass(measured, mentionedMaterials(knowledge.materials.materials, text)[0]);
  const lines = [
    ...(other === null ? [] : [other.line]),
    `- size **${[x, y, z].map((mm) => Number(mm.toFixed(2))).join(' × ')} mm**`,
    `- volume **${Number((measured.volume_mm3 / 1000).toPrecision(5))} cm³**, surface ${Number((measured.surface_area_mm2 / 100).toPrecision(5))} cm², ${measured.method}`,
    ...(measured.mass_g === undefined
      ? []
      : [
          `- mass **${Number(measured.mass_g.toPrecision(3))} g** in ${measured.material?.name ?? 'its material'}`,
        ]),
    ...(/densit/i.test(text) && measured.material !== undefined
      ? [
          `- density **${measured.material.density_g_cm3} g/cm³** (${measured.material.name}, ${measured.material.source})`,
        ]
      : []),
    ...(/assum|why|parameter|wall/i.test(text)
      ? assumed.map(
          ({ name, value, unit, reason }) =>
            `- assumed: ${name.replaceAll('_', ' ')} ${value}${unit === undefined ? '' : ` ${unit}`}${reason === undefined ? '' : `, ${reason}`}`,
        )
      : []),
  ];
  const title = `${data.title ?? 'Engineering result'}, ${at.slice(0, 10)}`;
  return {
    text: [`**${data.title ?? 'The part'}**, as measured in this room:`, '', ...lines].join('\n'),
    sources: [cite(title, 'engineering result of this room'), ...(other === null ? [] : [other.source])],
  };
}

/** `why 3 mm?`: a parameter of a result in this room that has the value, with its reason. */
export function answerWhy({ text, room }: Question): SkillAnswer | null {
  const value = /\bwhy\b\D*(\d+(?:[.,]\d+)?)/i.exec(text)?.[1];
  if (value === undefined) return null;
  const wanted = Number(value.replace(',', '.'));
  for (const { body, at } of room.answers.toReversed()) {
    const data = engineeringResponseDataSchema.safeParse(body).data;
    const found = data?.parameters?.find((one) => one.value === wanted && one.reason !== undefined);
    if (found === undefined) continue;
    const unit = found.unit === undefined ? '' : ` ${found.unit}`;
    const title = data?.title ?? 'Engineering result';
    return {
      text: `**${found.name.replaceAll('_', ' ')} ${wanted}${unit}** of the ${title.toLowerCase()}: ${found.reason}.`,
      sources: [cite(`${title}, ${at.slice(0, 10)}`, 'engineering result of this room')],
    };
  }
  return null;
}

/** The noun of a title, "bracket" of "Wall-mount bracket" and of "wall-mount-bracket-r2": what people call the part. */
function headOf(title: string): string {
  const name = title.toLowerCase().replace(/-r\d+$/, '');
  return name.split(/\W+/).at(-1) ?? '';
}

/** What the same part would weigh in another material: mm³ · g/cm³ / 1000. */
function otherMass(
  { volume_mm3: volume, material: own }: Measured,
  material: Material | undefined,
): { line: string; source: Source } | null {
  if (material === undefined || material.name === own?.name) return null;
  const { name, densityGramsPerCm3: density, source } = material;
  const cm3 = Number((volume / 1000).toPrecision(5));
  const grams = Number(((volume * density) / 1000).toPrecision(3));
  return {
    line: `- mass in ${name}: V · ρ = ${cm3} cm³ · ${density} g/cm³ = **${grams} g**`,
    source: cite(source),
  };
}
