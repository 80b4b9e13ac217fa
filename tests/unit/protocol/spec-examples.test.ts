// The examples of the specification, kept as data: each goes through our schemas and comes out as it was.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkFrame } from '../../../src/engine/frames/check-frame.ts';
import { requestFrameSchema } from '../../../src/shared/protocol/envelope.ts';
import { parseResponse, readResponse } from '../../../src/shared/protocol/read-response.ts';
import { requestDataSchemas } from '../../../src/shared/protocol/request-data.ts';
import { errorDataSchema } from '../../../src/shared/protocol/response-data.ts';
import { jsonExamples } from './json-examples.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'tests/fixtures/spec');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const names = readdirSync(folder).sort();
const objectSchema = z.looseObject({ status: z.string().optional(), code: z.string() });
const isResponse = (name: string): boolean => objectSchema.parse(read(name)).status !== undefined;
const requests = names.filter((name) => !isResponse(name));
const responses = names.filter(isResponse);

describe('examples of the specification', () => {
  test('[P-SPEC-1] are fourteen', () => {
    expect(names).toHaveLength(14);
    expect(responses).toHaveLength(5);
  });

  test.each(requests)('[P-SPEC-1] request %s goes in and comes out the same', (name) => {
    const example = read(name);
    const frame = requestFrameSchema.parse(example);
    expect(JSON.parse(JSON.stringify(frame))).toEqual(example);
    const code = z
      .enum(['chat', 'haitch_chat', 'documentation', 'idea', 'engineering'])
      .safeParse(frame.code);
    if (!code.success) return expect(name).toBe('01-base-message.json');
    expect(requestDataSchemas[code.data].parse(frame.data)).toEqual(frame.data);
    expect(checkFrame(JSON.stringify(example))).toMatchObject({ ok: true, frame: { code: code.data } });
  });

  test.each(responses)('[P-SPEC-1] response %s goes in and comes out the same', (name) => {
    const example = read(name);
    const parsed = parseResponse(JSON.stringify(example));
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(JSON.parse(JSON.stringify(parsed.value))).toEqual(example);
    const kinds: Record<string, string> = {
      '02-response.json': 'unknown',
      '08-system.json': 'system',
      '09-error.json': 'error',
      '10-notification.json': 'notification',
      '11-validation-error.json': 'error',
    };
    const message = readResponse(parsed.value);
    expect(message.kind).toBe(kinds[name]);
    if (message.kind === 'error')
      expect(errorDataSchema.parse(message.frame.data)).toEqual(message.frame.data);
  });

  test('[P-SPEC-2] are those of the specification text, none missing or different', ({ skip }) => {
    const path = process.env['SPEC_FILE'] ?? join(root, '../shared/spec/message-types.txt');
    if (!existsSync(path)) skip(`the specification text is not at ${path}; set SPEC_FILE to compare`);
    expect(names.map(read)).toEqual(jsonExamples(readFileSync(path, 'utf8')));
  });
});
