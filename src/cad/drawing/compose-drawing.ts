// A whole drawing: sheet, views and title block.
import { type Drawing, moved } from './drawing-model.ts';
import { layOut, type LayOutOptions } from './lay-out.ts';
import type { ProjectedModel } from './projected-model.ts';
import { drawSheet, frameOf } from './sheets.ts';
import { blockWidth, titleBlock, type TitleFields } from './title-block.ts';

export interface Composed {
  readonly drawing: Drawing;
  readonly sheet: string;
  readonly scale: string;
  /** Whether holes are drawn whose coordinates had no room. */
  readonly hasUnplaced: boolean;
}

/** Composes the drawing; null when the views fit on no sheet at the scale asked for. */
export function composeDrawing(
  model: ProjectedModel,
  fields: Omit<TitleFields, 'scale' | 'sheet' | 'size' | 'projection' | 'isAssembly'>,
  options: LayOutOptions,
): Composed | null {
  const laid = layOut(model, options);
  if (laid === null) return null;
  const { sheet, scale, items, hasUnplaced } = laid;
  const { right, bottom } = frameOf(sheet);
  const block = titleBlock({
    ...fields,
    scale: scale.name,
    sheet: '1/1',
    size: sheet.name,
    projection: options.projection,
    isAssembly: model.solidCount > 1,
  });
  return {
    drawing: {
      title: fields.title,
      widthMm: sheet.widthMm,
      heightMm: sheet.heightMm,
      lineGroup: sheet.lineGroup,
      items: [...drawSheet(sheet), ...items, ...moved(block, [right - blockWidth, bottom])],
    },
    sheet: sheet.name,
    scale: scale.name,
    hasUnplaced,
  };
}
