// What the room itself knows: results of earlier answers.
import { engineeringResponseDataSchema } from '../../shared/protocol/response-data.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

const asks =
  /\b(mass|weigh|heavy|volume|size|dimension|big|surface|area|centre|center|material|parameter|assum|wall)/i;

/** `How heavy is the bracket?`: the newest result the question names, or the only one there is. */
export function answerRoom({ text, room }: Question): SkillAnswer | null {
  if (!asks.test(text)) return null;
  const results = room.answers.flatMap(({ body, at }) => {
    const data = engineeringResponseDataSchema.safeParse(body);
    return data.success && data.data.measured !== undefined
      ? [{ data: data.data, measured: data.data.measured, at }]
      : [];
  });
  const words = text.toLowerCase().split(/\W+/);
  const named = results.findLast(({ data }) =>
    (data.title ?? '')
      .toLowerCase()
      .split(/\W+/)
      .some((word) => word.length > 3 && words.includes(word)),
  );
  const newest = results.at(-1);
  const found = named ?? (/\b(part|it|this|that|model|result)\b/i.test(text) ? newest : undefined);
  if (found === undefined) return null;
  const { data, measured, at } = found;
  const { x, y, z } = measured.bounding_box_mm;
  const assumed = (data.parameters ?? []).filter(({ origin }) => origin === 'assumed');
  const lines = [
    `- size **${[x, y, z].map((mm) => Number(mm.toFixed(2))).join(' × ')} mm**`,
    `- volume **${Number((measured.volume_mm3 / 1000).toPrecision(5))} cm³**, surface ${Number((measured.surface_area_mm2 / 100).toPrecision(5))} cm², ${measured.method}`,
    ...(measured.mass_g === undefined
      ? []
      : [
          `- mass **${Number(measured.mass_g.toPrecision(3))} g** in ${measured.material?.name ?? 'its material'}`,
        ]),
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
    sources: [cite(title, 'engineering result of this room')],
  };
}
