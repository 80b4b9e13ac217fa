// One call over the bridge: parsed by its row of the contract, answered by its handler, its failure made a sentence.
import type { z } from 'zod';
import { type CallName, calls } from '../../shared/bridge/contract.ts';
import { fail, Refusal, type Result, succeed } from '../../shared/std/result.ts';
import { ServerApiError } from '../connection/server-api-port.ts';
import type { Log } from '../session/profile-session-port.ts';
import type { Handlers } from './handlers.ts';

export interface Bridge {
  readonly handlers: Handlers;
  readonly log: Log;
}

/** Answers a call; never throws. */
export async function callBridge(
  { handlers, log }: Bridge,
  name: string,
  raw: unknown,
): Promise<Result<unknown>> {
  if (!isCallName(name)) return fail('CALL_UNKNOWN', `The workstation knows no call named "${name}".`);
  const parsed = calls[name].input.safeParse(raw ?? {});
  if (!parsed.success) return refuseInput(name, parsed.error);
  try {
    // The table pairs each name with the parsed input of its row; a union of rows cannot say so.
    const handle = handlers[name] as (input: unknown) => unknown;
    return succeed(await handle(parsed.data));
  } catch (error) {
    return refuse(error, (words) => log.error(`${name}: ${words}`));
  }
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

/** Names the first field that is wrong, as a path such as `change.dialect.endpoint`, and every complaint. */
function refuseInput(name: CallName, error: z.ZodError): Result<never> {
  const complaints = error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  const field = error.issues[0]?.path.join('.');
  return fail('INPUT', `${name} was refused. ${complaints.join('; ')}.`, field === '' ? undefined : field);
}

function refuse(error: unknown, log: (words: string) => void): Result<never> {
  if (error instanceof Refusal) return fail(error.code, error.message, error.field);
  if (error instanceof ServerApiError) return fail(`SERVER_${error.kind.toUpperCase()}`, error.message);
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const words = error instanceof Error ? error.message : String(error);
  return fail(
    'DEFECT',
    `The workstation failed at this (${words}). Nothing you saved is lost; its log says more.`,
  );
}
