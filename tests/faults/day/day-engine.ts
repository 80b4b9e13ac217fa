// The real engine that the days talk to, with a desk that answers at once.
import { DataFolder, startTestEngine } from '../../unit/engine/engine-rig.ts';

export interface DayEngine extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
}

/** Starts an engine on a folder of its own. */
export async function openDayEngine(): Promise<DayEngine> {
  const data = new DataFolder();
  const engine = await startTestEngine(data.path, {
    desks: {
      haitch: async ({ data: { message } }) => ({ message: `Heard: ${message}`, body: {}, files: [] }),
    },
  });
  return {
    port: engine.port,
    url: `http://127.0.0.1:${engine.port}`,
    [Symbol.asyncDispose]: async () => {
      await engine[Symbol.asyncDispose]();
      data[Symbol.dispose]();
    },
  };
}
