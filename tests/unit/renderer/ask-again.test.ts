// A part asked for again: read back by the parser of requests, it is the same part but for what was changed.
import { describe, expect, it } from 'vitest';
import { families } from '../../../src/cad/parts/families.ts';
import { askAgain } from '../../../src/renderer/features/engineering/ask-again.ts';
import type { EngineeringResult } from '../../../src/renderer/features/engineering/model-choice.ts';
import { understand } from '../cad/understand-parts.ts';
import type { UnderstoodPart } from '../../../src/cad/understand/understand-part.ts';

function resultOf({ part, parameters, operations }: UnderstoodPart): EngineeringResult {
  return {
    kind: 'engineering',
    id: 'result',
    roomId: 'room',
    requestMessageId: null,
    answerMessageId: 'answer',
    title: part.title,
    text: '',
    createdAt: '2026-01-01T00:00:00.000Z',
    files: [],
    body: {
      message: '',
      engineering_type: 'cad_generation',
      title: part.title,
      part_family: part.family,
      parameters: [...parameters],
      operations,
    },
    raw: null,
  };
}

function again(first: UnderstoodPart, changes: Record<string, string>): UnderstoodPart {
  const request = askAgain(resultOf(first), changes);
  if (request.kind !== 'engineering') throw new Error('is no engineering request');
  return understand(request.text, request.specifications);
}

describe('asked for again with nothing changed', () => {
  it.each(families.map(({ example }) => example))('%s is the same', (example) => {
    const first = understand(example);
    const second = again(first, {});
    expect(second.part).toEqual(first.part);
    expect(second.unused).toEqual([]);
  });
});

it('a changed size is said, and what was assumed from it follows', () => {
  const first = understand('pipe flange OD 150 mm, bore 60 mm, steel');
  const { part } = again(first, { outer_diameter: '200 mm' });
  expect(first.part.values).toMatchObject({ thickness: 15, bolt_circle: 105 });
  expect(part.values).toMatchObject({ outer_diameter: 200, bore: 60, thickness: 20, bolt_circle: 130 });
});

it('a material and a count may be changed, and changes in words stay', () => {
  const first = understand('plate 300x200x10 ABS, bolt pattern 4x dia 9 on 250x150');
  const second = again(first, { material: 'Brass', thickness: '1/2 in' });
  expect(second.part.material.name).toContain('Brass');
  expect(second.part.values['thickness']).toBe(12.7);
  expect(second.operations).toMatchObject([{ op: 'holes', diameterMm: 9 }]);
  expect(second.unused).toEqual([]);
});
