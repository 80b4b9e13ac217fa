// The command line of `npm run engine:try`, checked, with a sentence for each mistake.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type AiRequestCode, requestCodes } from '../../src/shared/protocol/codes.ts';
import { Refusal } from '../../src/shared/std/result.ts';

export const usage = `npm run engine:try -- "REQUEST" [options]

Runs one request through a fresh local engine, over its WebSocket, and shows the answer.

  --code CODE        engineering (default), haitch_chat, idea or documentation
  --type TYPE        engineering_type (default cad_generation), or doc_type with --code documentation
  --spec JSON|FILE   specifications of an engineering request, else fields of the request's data
  --attach FILE      attaches a file; may be repeated
  --out DIR          where the result's files go (default engine-try-results)
  --json             prints the response frame as one line of JSON, files with their paths
`;

const codes = requestCodes.filter((code) => code !== 'chat');
const fieldsSchema = z.record(z.string(), z.unknown(), { error: 'expected a JSON object' });

export interface TryOptions {
  readonly code: AiRequestCode;
  readonly message: string;
  readonly type: string | null;
  /** Contents of `--spec`. */
  readonly fields: Record<string, unknown>;
  readonly attach: readonly string[];
  readonly outDir: string;
  readonly json: boolean;
}

/** Reads the arguments; throws a `Refusal` that names the argument and what was expected. */
export function readOptions(args: readonly string[]): TryOptions {
  const { values, positionals } = parse(args);
  const message = positionals.join(' ').trim();
  if (message === '') throw new Refusal('ARGUMENTS', `The request is missing.\n\n${usage}`);
  const code = codes.find((one) => one === (values.code ?? 'engineering'));
  if (code === undefined) {
    throw new Refusal(
      'ARGUMENTS',
      `--code ${values.code} is not known; expected one of ${codes.join(', ')}.`,
    );
  }
  for (const path of values.attach ?? []) {
    if (!existsSync(path)) throw new Refusal('ARGUMENTS', `--attach: there is no file ${path}.`);
  }
  return {
    code,
    message,
    type: values.type ?? null,
    fields: values.spec === undefined ? {} : readFields(values.spec),
    attach: (values.attach ?? []).map((path) => resolve(path)),
    outDir: resolve(values.out ?? 'engine-try-results'),
    json: values.json ?? false,
  };
}

function parse(args: readonly string[]) {
  const string = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        code: string,
        type: string,
        spec: string,
        out: string,
        attach: { type: 'string', multiple: true },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Refusal('ARGUMENTS', `${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function readFields(spec: string): Record<string, unknown> {
  const isFile = !spec.trimStart().startsWith('{') && existsSync(spec);
  try {
    return fieldsSchema.parse(JSON.parse(isFile ? readFileSync(spec, 'utf8') : spec));
  } catch {
    const what = isFile ? `the file ${spec}` : `"${spec}"`;
    throw new Refusal(
      'ARGUMENTS',
      `--spec: ${what} is no JSON object, and there is no other file of that name.`,
    );
  }
}
