// The local engine as a process of the workstation: reached, killed, stopped, started, never left behind.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { restartDelayMs } from '../../../../src/main/process/restart-delay.ts';
import { enginePids, patienceMs, Rig, TemporaryFolder } from './workstation-rig.ts';

function kill(pid: number | undefined): void {
  if (pid === undefined) throw new Error('no engine runs');
  process.kill(pid, 'SIGKILL');
}

describe('the engine', () => {
  test('is started for the local profile, and a message reaches it', async () => {
    await using rig = await Rig.open();
    await rig.online();
    expect(await rig.ask('engine.get', {})).toMatchObject({ state: 'running' });
    const { id: roomId } = await rig.ask('rooms.create', { title: 'Pump stand' });
    await rig.ask('messages.send', { roomId, text: 'The seal kit is in drawer 4', kind: 'chat' });
    await vi.waitFor(async () => expect(await rig.ask('outbox.list', {})).toEqual([]), {
      timeout: patienceMs,
    });
    const { messages } = await rig.ask('messages.page', { roomId });
    expect(messages.map(({ text }) => text)).toContain('The seal kit is in drawer 4');
  });

  test('that is killed comes back by itself, and the connection with it', async () => {
    await using rig = await Rig.open();
    await rig.online();
    const [pid] = enginePids();
    kill(pid);
    await vi.waitFor(
      () => {
        const states = rig.events.flatMap((event) =>
          event.name === 'engine.changed' ? [event.payload] : [],
        );
        expect(states).toContainEqual({
          state: 'stopped',
          reason: 'The engine ended unexpectedly (SIGKILL). It starts again by itself.',
        });
        expect(states.at(-1)).toMatchObject({ state: 'running' });
      },
      { timeout: patienceMs },
    );
    await rig.online();
    expect(enginePids()).toHaveLength(1);
    expect(enginePids()).not.toContain(pid);
  });

  test('that the person stopped stays stopped, and is a state, not a failure', async () => {
    await using rig = await Rig.open();
    await rig.online();
    expect(await rig.ask('engine.stop', {})).toEqual({ state: 'stopped', reason: 'You stopped it.' });
    expect(enginePids()).toEqual([]);
    const { id: roomId } = await rig.ask('rooms.create', { title: 'Written meanwhile' });
    await rig.ask('messages.send', { roomId, text: 'waits', kind: 'chat' });
    expect(await rig.ask('outbox.list', {})).toHaveLength(1);
    expect(await rig.ask('engine.get', {})).toMatchObject({ state: 'stopped' });
    await rig.ask('engine.start', {});
    await rig.online();
    await vi.waitFor(async () => expect(await rig.ask('outbox.list', {})).toEqual([]), {
      timeout: patienceMs,
    });
  });

  test('started while the old one is still ending waits for it: never two on one folder', async () => {
    await using rig = await Rig.open();
    await rig.online();
    const stopping = rig.workstation.call('engine.stop', {});
    expect(await rig.ask('engine.start', {})).toEqual({ state: 'starting' });
    expect(enginePids().length).toBeLessThanOrEqual(1);
    await stopping;
    await rig.online();
    expect(enginePids()).toHaveLength(1);
  });

  test('that cannot start says why, in its own words, and is tried again', async () => {
    const folder = new TemporaryFolder();
    mkdirSync(join(folder.path, 'engine'));
    writeFileSync(
      join(folder.path, 'engine/engine.db'),
      'no database, but long enough to be taken for one '.repeat(50),
    );
    await using rig = await Rig.open(folder);
    await vi.waitFor(
      () => {
        const reasons = rig.events.flatMap((event) =>
          event.name === 'engine.changed' && event.payload.state === 'stopped' ? [event.payload.reason] : [],
        );
        expect(reasons[0]).toMatch(/engine .*It starts again by itself\.$/s);
      },
      { timeout: patienceMs },
    );
    const { id: roomId } = await rig.ask('rooms.create', { title: 'Works without it' });
    await rig.ask('messages.send', { roomId, kind: 'chat', text: 'waits' });
    rmSync(join(folder.path, 'engine/engine.db'));
    await rig.online();
    await vi.waitFor(async () => expect(await rig.ask('outbox.list', {})).toEqual([]), {
      timeout: patienceMs,
    });
  });

  test('is not left behind when the workstation closes', async () => {
    const rig = await Rig.open();
    await rig.online();
    expect(enginePids()).toHaveLength(1);
    await rig[Symbol.asyncDispose]();
    expect(enginePids()).toEqual([]);
  });
});

describe('the delay before the next start', () => {
  test('doubles and has an end', () => {
    expect([1, 2, 3, 4].map(restartDelayMs)).toEqual([250, 500, 1000, 2000]);
    expect(restartDelayMs(100)).toBe(30_000);
  });
});
