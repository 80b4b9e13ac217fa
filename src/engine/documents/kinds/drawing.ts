// The drawing document: the drawings of the room with their sheets and hole tables, or what is missing for one.
import { type Block, type Cell, factTable, type Section, type Table } from '../document.ts';
import type { ResultTable } from '../../../shared/protocol/engineering-response.ts';
import { parameterTable } from '../part-tables.ts';
import type { DrawnFile } from '../read-drawing.ts';
import type { RoomFacts } from '../room-facts.ts';
import { noneKnown } from './none-known.ts';

/** A section for each drawing; a part without one is a gap. */
export function drawingSections({ drawings, parts }: RoomFacts): Section[] {
  const drawn = new Set(drawings.map(({ part }) => part));
  const missing = parts.filter((part) => !drawn.has(part));
  const gaps: Block[] = missing.map(({ data }) => ({
    block: 'gap',
    text: `${data.title ?? 'Part'}: no drawing was made in this room; ask for an engineering drawing. Views, projection and general tolerances are not known.`,
  }));
  if (drawings.length === 0 && gaps.length === 0) return [{ title: 'Sheet', blocks: noneKnown('Drawing') }];
  return [
    ...drawings.map((drawing) => ({
      title: drawing.data.title ?? `Drawing of ${drawing.model}`,
      blocks: blocksOf(drawing),
    })),
    ...(gaps.length === 0 ? [] : [{ title: 'Sheet', blocks: gaps }]),
  ];
}

function blocksOf({ data, sheet, figure, names, origin, model, isOld }: DrawnFile): Block[] {
  return [
    ...(figure === null ? [] : [figure]),
    ...(isOld
      ? [{ block: 'gap' as const, text: `${model}: the part was changed after this drawing; draw it again.` }]
      : []),
    factTable(`Sheet of ${model}`, [
      ...(sheet === null
        ? []
        : ([
            ['Sheet', `${sheet.sheet} (ISO 5457)`, origin],
            ['Scale', `${sheet.scale} (ISO 5455)`, origin],
            ['Projection', `${sheet.projection} (ISO 5456-2)`, origin],
          ] as const)),
      ['Dimensions', 'millimetres', origin],
      ['Files', names.length === 0 ? 'not kept in this room' : names.join(', '), origin],
    ]),
    ...(data.tables ?? []).map(toTable),
    ...parameterTable({ data: { ...data, title: `drawing of ${model}` } }),
  ];
}

function toTable({ title, columns, rows }: ResultTable): Table {
  return {
    block: 'table',
    caption: title,
    columns: columns.map(({ key, title: name, unit }) => ({
      title: unit === undefined ? name : `${name}, ${unit}`,
      isNumber: rows.length > 0 && rows.every((row) => typeof row[key] === 'number'),
    })),
    rows: rows.map((row) => columns.map(({ key }): Cell => row[key] ?? null)),
  };
}
