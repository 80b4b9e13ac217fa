// The command line of the browser shell, checked, with a sentence for each mistake.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '../../../shared/std/result.ts';
import { defaultDataFolder } from '../../workstation/data-folder.ts';

export const serveUsage = 'Usage: npm run serve -- [--port N] [--data DIR] [--open]';

export interface ServeArguments {
  /** Null when none was asked for: the usual one where it is free, else any. */
  readonly port: number | null;
  readonly dataDir: string;
  /** Whether the person's browser is to be opened. */
  readonly open: boolean;
  readonly help: boolean;
}

/** Reads the arguments; throws a `Refusal` that names the argument and what was expected. */
export function readServeArguments(args: readonly string[]): ServeArguments {
  const { port, data, open = false, help = false } = parse(args);
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
    throw new Refusal('ARGUMENTS', `--port must be a number from 0 to 65535, not "${port}".`, 'port');
  }
  if (data !== undefined && data.trim() === '') {
    throw new Refusal('ARGUMENTS', '--data must name a folder.', 'data');
  }
  return {
    port: port === undefined ? null : Number(port),
    dataDir: data === undefined ? defaultDataFolder() : resolve(data),
    open,
    help,
  };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        open: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
      strict: true,
      allowPositionals: false,
    });
    return values;
  } catch (error) {
    throw new Refusal('ARGUMENTS', error instanceof Error ? error.message : String(error));
  }
}
