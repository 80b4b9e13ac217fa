// A draft becomes a request with its kind's fields only, and comes back as it was.
import { describe, expect, it, test } from 'vitest';
import { engineeringTypes } from '../../../src/engine/engineering/engineering-types.ts';
import { engineeringForms } from '../../../src/renderer/features/composer/engineering-forms.ts';
import {
  type Draft,
  emptyDraft,
  fromRequest,
  toRequest,
  withProposal,
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
    specifications: {
      dimensions: '100x80x20mm',
      material: 'ABS plastic',
      mounting_type: 'wall_mount',
      process: 'fdm',
    },
    otherSpecifications: 'holes: 4x M4',
    constraints: 'not of this kind',
  },
};

test('every engineering type that is offered is done by the engine, or says that only a server does it', () => {
  const here = engineeringForms.filter(({ title }) => !title.includes('server only')).map(({ id }) => id);
  expect(here.filter((id) => !Object.hasOwn(engineeringTypes, id))).toEqual([]);
  expect(here).toEqual(expect.arrayContaining(['format_conversion', 'engineering_drawing']));
});

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
    // A specification of another type's form stays in the draft only.
    expect(toRequest(bracket, to)).not.toHaveProperty('specifications.process');
    const check = { ...bracket, fields: { ...bracket.fields, engineeringType: 'dfm_analysis' } };
    expect(toRequest(check, to)).toMatchObject({
      specifications: { process: 'fdm', material: 'ABS plastic', holes: '4x M4' },
    });
    expect(toRequest(check, to)).not.toHaveProperty('specifications.mounting_type');
  });

  it('comes back from the queue as it was written', () => {
    const again = fromRequest(newMessageSchema.parse(toRequest(bracket, to)), []);
    expect(toRequest(again, to)).toEqual(toRequest(bracket, to));
  });

  it('[P-PROPOSE-2] takes a drafted request and keeps what was being written', () => {
    const proposal = newMessageSchema.parse({ ...toRequest(bracket, to), text: 'Bracket, wall 5 mm' });
    const attachments = [{ key: 'a', state: 'failed', name: 'sheet.pdf', reason: 'No room.' }] as const;
    const written: Draft = { ...emptyDraft, text: 'half a thought', attachments };
    const both = withProposal(written, proposal);
    expect(both.text).toBe('Bracket, wall 5 mm\n\nhalf a thought');
    expect(both.attachments).toEqual(attachments);
    expect(both.fields.specifications).toMatchObject({ material: 'ABS plastic' });
    expect(withProposal(emptyDraft, proposal).text).toBe('Bracket, wall 5 mm');
  });

  it('names the text where there is none', () => {
    expect(problemsOf(emptyDraft, to).text).toMatch(/\.$/);
    expect(problemsOf(bracket, to)).toEqual({});
  });

  it("puts a server's refusal beside the field it names", () => {
    const refusal = {
      errorCode: 'VALIDATION_ERROR',
      message: 'Message validation failed',
      errors: [
        { loc: ['data', 'message'], msg: 'field required', type: 'value_error.missing' },
        { loc: ['data', 'specifications', 'material'], msg: 'unknown', type: 'value_error' },
        { loc: ['data', 'specifications', 'holes'], msg: 'too many', type: 'value_error' },
      ],
    };
    expect(problemsOfRefusal(refusal, bracket)).toEqual({
      text: 'Field required.',
      'spec:material': 'Unknown.',
      otherSpecifications: 'Too many.',
    });
  });
});
