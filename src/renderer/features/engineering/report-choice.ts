// Whether a result is shown as a model or as a report. Pure.
import type { FileRef } from '../../../shared/model/file.ts';
import type { EngineeringResult, ModelChoice } from './model-choice.ts';

export type Shown = 'model' | 'report';

/** Types whose answer is a page, even where it is about a model. */
const pages = [
  'engineering_drawing',
  'cost_estimate',
  'material_selection',
  'tolerance_stackup',
  'tolerance_analysis',
];

/** Pictures that the answer brought and that are here. */
export function picturesOf({ files }: EngineeringResult): FileRef[] {
  return files.filter(({ name, bytes }) => /\.(?:svg|png)$/i.test(name) && bytes.state === 'stored');
}

/** What of a choice can be shown, what it opens with first. */
export function shownOf(choice: ModelChoice | null): readonly Shown[] {
  if (choice?.kind !== 'result') return ['model'];
  const { result, file } = choice;
  const hasReport = (result.body?.tables ?? []).length > 0 || picturesOf(result).length > 0;
  if (file === null) return ['report'];
  if (!hasReport) return ['model'];
  return pages.includes(result.body?.engineering_type ?? '') ? ['report', 'model'] : ['model', 'report'];
}
