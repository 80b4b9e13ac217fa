// A real workstation on a folder of its own: real store, real engine process, real kernel process; closed by scope.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { openFileVault } from '../../../../src/main/shell/file-vault.ts';
import { openWorkstation } from '../../../../src/main/workstation/open-workstation.ts';
import type { Workstation } from '../../../../src/main/workstation/workstation-port.ts';
import {
  type BridgeEvent,
  type CallInput,
  type CallName,
  type CallOutput,
  calls,
  events,
} from '../../../../src/shared/bridge/contract.ts';

const source = join(import.meta.dirname, '../../../../src');

/** How long real processes may take on a machine that is busy with other things. */
export const patienceMs = 100_000;
vi.setConfig({ testTimeout: 2 * patienceMs });

/** A folder that goes with the scope. */
export class TemporaryFolder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'workstation-test-'));

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Opens a workstation as the browser shell does. */
export function openOn(dataDir: string): Promise<Workstation> {
  return openWorkstation({
    dataDir,
    shell: { kind: 'browser', version: '0.0.0-test', openVault: openFileVault },
    engineEntry: join(source, 'engine/engine-main.ts'),
    kernelEntry: join(source, 'cad/process/kernel-main.ts'),
    workbookEntry: join(source, 'main/previews/workbook-worker.ts'),
    integrityEntry: join(source, 'main/store/integrity-worker.ts'),
  });
}

export class Rig implements AsyncDisposable {
  readonly events: BridgeEvent[] = [];
  readonly workstation: Workstation;
  readonly folder: TemporaryFolder;

  private constructor(workstation: Workstation, folder: TemporaryFolder) {
    this.workstation = workstation;
    this.folder = folder;
    workstation.onEvent((event) => {
      // Parsed as the page would see it: what does not fit the contract fails the test that caused it.
      events[event.name].parse(JSON.parse(JSON.stringify(event.payload)));
      this.events.push(event);
    });
  }

  static async open(folder = new TemporaryFolder()): Promise<Rig> {
    return new Rig(await openOn(folder.path), folder);
  }

  /** Calls and insists on success; the answer is parsed by its row of the contract after a trip through JSON. */
  async ask<K extends CallName>(name: K, input: CallInput<K>): Promise<CallOutput<K>> {
    const result = await this.workstation.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
    const parsed: unknown = calls[name].output.parse(JSON.parse(JSON.stringify(result.value)));
    return parsed as CallOutput<K>;
  }

  /** Calls and insists on a failure. */
  async fails(
    name: string,
    input: unknown,
  ): Promise<{ code: string; message: string; field?: string | undefined }> {
    const result = await this.workstation.call(name, input);
    if (result.ok) throw new Error(`${name} succeeded`);
    return result.error;
  }

  /** Requests an address that the bridge named. */
  fetch(url: string, init?: RequestInit): Promise<Response> {
    return this.workstation.answer(new Request(new URL(url, 'http://page.invalid'), init));
  }

  async upload(
    roomId: string,
    name: string,
    bytes: Uint8Array<ArrayBuffer> | string,
  ): Promise<CallOutput<'files.get'>> {
    const { url } = await this.ask('files.uploadUrl', { roomId, name });
    const answer = await this.fetch(url, { method: 'POST', body: bytes });
    return calls['files.get'].output.parse(await answer.json());
  }

  async online(): Promise<void> {
    await vi.waitFor(
      async () => {
        const { state } = await this.ask('connection.get', {});
        if (state !== 'online') throw new Error(`still ${state}`);
      },
      { timeout: patienceMs, interval: 50 },
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.workstation[Symbol.asyncDispose]();
    this.folder[Symbol.dispose]();
  }
}

/** The engine processes that this test process started, by what the system says. */
export function enginePids(): number[] {
  try {
    const found = execFileSync('pgrep', ['-P', String(process.pid), '-f', 'engine-main'], {
      encoding: 'utf8',
    });
    return found.trim().split('\n').map(Number);
  } catch {
    return [];
  }
}
