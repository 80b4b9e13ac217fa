// Runs the scripted day in a child process, under strace when something is to happen to it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { SavedItem } from '../oracle.ts';
import { buildDay } from './build-day.ts';

export interface Day {
  readonly folder: string;
  /** Of the engine; '' for a day without a server. */
  readonly baseUrl: string;
  /** Starts the names of rooms and the texts, so that days at one engine do not meet. */
  readonly prefix: string;
  /** Arguments of strace in front of the program; none runs it bare. */
  readonly strace: readonly string[];
}

export interface DayEnd {
  readonly saved: readonly SavedItem[];
  /** Sentences in which a step was refused. */
  readonly refused: readonly string[];
  /** Whether the day came to its end. */
  readonly ended: boolean;
  readonly errors: string;
}

const longestDayMs = 60_000;

/** Lives one day and tells what it claimed. */
export async function runDay({ folder, baseUrl, prefix, strace }: Day): Promise<DayEnd> {
  const program = [process.execPath, await buildDay(), folder, baseUrl, prefix];
  const [command = '', ...rest] = strace.length === 0 ? program : ['strace', ...strace, ...program];
  // One thread for the file system, so that the N-th call is the same call in every run.
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1', NODE_OPTIONS: '' };
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'], env, detached: true });
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const tooLong = setTimeout(() => killGroup(child.pid), longestDayMs);
  await once(child, 'close');
  clearTimeout(tooLong);
  return { ...readClaims(Buffer.concat(out).toString()), errors: Buffer.concat(errors).toString() };
}

function killGroup(pid: number | undefined): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

/** Reads what a day said; a line broken off by its death claims nothing. */
export function readClaims(text: string): Pick<DayEnd, 'saved' | 'refused' | 'ended'> {
  const lines = text.split('\n').slice(0, -1);
  return {
    saved: lines.flatMap((line) => {
      const [, roomId, lane, id, sha256] = /^saved (\S+) (\S+) (\S+) (\S+)$/.exec(line) ?? [];
      if (roomId === undefined || lane === undefined || id === undefined) return [];
      return [{ roomId, lane, id, sha256: sha256 === '-' || sha256 === undefined ? null : sha256 }];
    }),
    refused: lines.filter((line) => line.startsWith('refused ')),
    ended: lines.includes('end'),
  };
}
