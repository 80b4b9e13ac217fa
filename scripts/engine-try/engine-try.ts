// Runs one request through a fresh local engine and prints what came of it; exit code 1 on an error frame.
import { Refusal } from '../../src/shared/std/result.ts';
import { askEngine } from './ask-engine.ts';
import { readOptions } from './options.ts';
import { reportOf } from './report.ts';

try {
  const options = readOptions(process.argv.slice(2));
  const stages =
    options.json || options.code === 'haitch_chat'
      ? () => {}
      : (stage: string) => process.stderr.write(`· ${stage}\n`);
  const frame = await askEngine(options, stages);
  process.stdout.write(options.json ? `${JSON.stringify(frame)}\n` : reportOf(frame));
  process.exitCode = frame.status === 'error' ? 1 : 0;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Refusal ? 2 : 1;
}
