// The engine's command line, checked, with a sentence for each mistake.
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Refusal } from '../shared/std/result.ts';

const usage = 'engine --port N --data DIR [--host ADDR] [--token T]';

const settingsSchema = z.object({
  port: z
    .string({ error: '--port is missing: give a port number, or 0 for any free one' })
    .regex(/^\d{1,5}$/, '--port must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, '--port must be a number from 0 to 65535'),
  data: z
    .string({ error: '--data is missing: give the folder for rooms and files' })
    .min(1, '--data must name a folder'),
  host: z.string().min(1, '--host must be an address of this machine').default('127.0.0.1'),
  token: z.string().min(8, '--token must have at least 8 characters').optional(),
});

export interface CommandLine {
  readonly port: number;
  readonly dataDir: string;
  readonly host: string;
  readonly token: string | null;
}

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Reads the arguments, and `ENGINE_TOKEN`, which other users of the machine cannot see; throws a `Refusal` that names the argument and what was expected. */
export function readCommandLine(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): CommandLine {
  const parsed = settingsSchema.safeParse({ token: env['ENGINE_TOKEN'], ...readOptions(args) });
  if (!parsed.success) {
    const sentence = parsed.error.issues.map((issue) => issue.message).join('; ');
    throw new Refusal('ARGUMENTS', `${sentence}. Usage: ${usage}`);
  }
  const { port, data, host, token = null } = parsed.data;
  if (token === null && !isLoopback(host)) {
    throw new Refusal(
      'ARGUMENTS',
      `--token is mandatory with --host ${host}: others on the network could come in. Usage: ${usage}`,
    );
  }
  return { port, dataDir: data, host, token };
}

function readOptions(args: readonly string[]): object {
  const option = { type: 'string' } as const;
  try {
    const options = { port: option, data: option, host: option, token: option };
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new Refusal(
      'ARGUMENTS',
      `${error instanceof Error ? error.message : String(error)}. Usage: ${usage}`,
    );
  }
}
