// A draft becomes a request with its kind's fields only, and comes back as it was.
import { describe, expect, it } from 'vitest';
import {
  type Draft,
  emptyDraft,
  fromRequest,
  toRequest,
} from '../../../src/renderer/features/composer/draft.ts';
import { problemsOf, problemsOfRefusal } from '../../../src/renderer/features/composer/problems.ts';
import { newMessageSchema } from '../../../src/shared/model/new-message.ts';

const to = { roomId: 'room-456', productId: null };
// The thermostat bracket of the public message-types page.
const bracket: Draft = {
  ...emptyDraft,
  kind: 'engineering',
  text: 'Generate a mounting bracket for the thermostat',
  fields: {
    ...emptyDraft.fields,
    dimensions: '100x80x20mm',
    material: 'ABS plastic',
    mountingType: 'wall_mount',
    otherSpecifications: 'holes: 4x M4',
    constraints: 'not of this kind',
  },
};

describe('a draft', () => {
  it('sends the fields of its kind and no other', () => {
    expect(toRequest(bracket, to)).toMatchObject({
      kind: 'engineering',
      specifications: {
        dimensions: '100x80x20mm',
        material: 'ABS plastic',
        mounting_type: 'wall_mount',
        holes: '4x M4',
      },
    });
    expect(toRequest(bracket, to)).not.toHaveProperty('constraints');
  });

  it('comes back from the queue as it was written', () => {
    const again = fromRequest(newMessageSchema.parse(toRequest(bracket, to)), []);
    expect(toRequest(again, to)).toEqual(toRequest(bracket, to));
  });

  it('names the text where there is none', () => {
    expect(problemsOf(emptyDraft, to).text).toMatch(/\.$/);
    expect(problemsOf(bracket, to)).toEqual({});
  });

  it("puts a server's refusal beside the field it names", () => {
    const problems = problemsOfRefusal({
      errorCode: 'VALIDATION_ERROR',
      message: 'Message validation failed',
      errors: [{ loc: ['data', 'message'], msg: 'field required', type: 'value_error.missing' }],
    });
    expect(problems).toEqual({ text: 'Field required.' });
  });
});
