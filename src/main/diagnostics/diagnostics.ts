// The diagnostics bundle: what helps others to find a fault on this machine, as one zip file of plain text.
import { readFile } from 'node:fs/promises';
import { release, totalmem, uptime } from 'node:os';
import { join } from 'node:path';
import { type Member, zipMembers } from '../archive/zip-members.ts';
import type { Services } from '../workstation/services.ts';
import { mask, withoutSecrets } from './mask.ts';

const logNames = ['workstation.log', 'workstation.old.log'] as const;
/** Of each log its end, bytes. */
const longestLogBytes = 5 * 1024 * 1024;

const readMe = `This bundle was made by ProductFlo Workstation to find a fault. It holds

  about.json        version, system, how tokens are kept
  settings.json     look and units
  servers.json      kind, origin and dialect of each server, without users and tokens
  connection.json   how the connection and the engine stand
  database.json     how much of what the open profile holds, in numbers, and when it was checked and copied
  *.log             the logs; everything in quotation marks, mail addresses, queries of addresses and secrets are masked

It holds no messages, no file names, no files, no tokens and no passwords. It is text: read it before you send it.
`;

/** A file name such as `workstation-diagnostics-2026-11-25.zip`. */
export function diagnosticsName(now: Date): string {
  return `workstation-diagnostics-${now.toISOString().slice(0, 10)}.zip`;
}

/** The bundle, made while it is read. */
export function diagnostics(
  services: Services,
  now: Date,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  return zipMembers(membersOf(services), now);
}

async function* membersOf(services: Services): AsyncGenerator<Member, void, undefined> {
  const { info, settings, profiles, model } = services;
  const secrets = [
    services.engine.token,
    ...profiles.list().map(({ id }) => profiles.token(id)),
    model.keyFor(model.view().model?.baseUrl ?? ''),
  ].filter((secret) => secret !== null);
  const member = (name: string, text: string): Member => ({
    name,
    bytes: [Buffer.from(withoutSecrets(text, secrets))],
    isPacked: true,
  });
  const json = (name: string, value: unknown): Member => member(name, `${JSON.stringify(value, null, 2)}\n`);
  yield member('README.txt', readMe);
  const { version, shell, platform, vault } = info;
  const system = { release: release(), memory_bytes: totalmem(), uptime_s: Math.round(uptime()) };
  yield json('about.json', { version, shell, platform, vault, versions: process.versions, system });
  yield json('settings.json', settings.get());
  yield json(
    'servers.json',
    profiles.list().map(({ kind, serverUrl, dialect, active, signedIn }) => {
      return { kind, origin: originOf(serverUrl), dialect, active, signedIn };
    }),
  );
  yield json('connection.json', await connectionOf(services));
  yield json('database.json', await databaseOf(services));
  for (const name of logNames) {
    const text = await endOf(join(info.dataFolder, 'logs', name));
    if (text !== null) yield member(name, mask(text));
  }
}

function originOf(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? new URL(address).origin : null;
}

async function connectionOf({ active, engine }: Services): Promise<unknown> {
  const engineState = engine.state;
  try {
    const state = (await active.current()).connectionState();
    return { connection: JSON.parse(maskValues(state)), engine: JSON.parse(maskValues(engineState)) };
  } catch (error) {
    return { closed: mask(String(error)), engine: JSON.parse(maskValues(engineState)) };
  }
}

/** JSON in which every text is masked by itself. */
function maskValues(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'string' ? mask(one) : one));
}

async function databaseOf({ active }: Services): Promise<unknown> {
  try {
    return (await active.current()).databaseFacts();
  } catch (error) {
    return { closed: mask(String(error)) };
  }
}

async function endOf(path: string): Promise<string | null> {
  try {
    const text = await readFile(path);
    return text.subarray(Math.max(0, text.length - longestLogBytes)).toString('utf8');
  } catch {
    return null;
  }
}
