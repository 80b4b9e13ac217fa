// Profiles over the bridge: kept, changed, chosen; tokens in the vault only; damaged files told and kept.
import { globSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { startTestEngine } from '../../engine/engine-rig.ts';
import { Rig, TemporaryFolder } from './workstation-rig.ts';

const team = { name: 'Team', kind: 'engine', serverUrl: 'http://127.0.0.1:9/', userId: 'ann' } as const;
const secret = 'a-token-nobody-may-see';

/** Every file under a folder as one text. */
function everything(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1')).join('\n');
}

describe('profiles', () => {
  test('the first is the local engine, in use and signed in', async () => {
    await using rig = await Rig.open();
    expect(await rig.ask('profiles.list', {})).toMatchObject([
      { id: 'local', name: 'Local engine', kind: 'local', active: true, signedIn: true, serverUrl: null },
    ]);
  });

  test('a server is added, chosen, and still chosen after a restart', async () => {
    const folder = new TemporaryFolder();
    {
      const rig = await Rig.open(folder);
      const added = await rig.ask('profiles.add', { ...team, token: secret });
      expect(added).toMatchObject({ active: false, signedIn: true, serverUrl: 'http://127.0.0.1:9' });
      await rig.ask('profiles.activate', { id: added.id });
      expect(rig.events.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['profiles.changed', 'profile.switched']),
      );
      await rig.ask('rooms.create', { title: 'Of the team' });
      await rig.workstation[Symbol.asyncDispose]();
    }
    await using rig = await Rig.open(folder);
    expect((await rig.ask('profiles.list', {})).map(({ name, active }) => [name, active])).toEqual([
      ['Local engine', false],
      ['Team', true],
    ]);
    expect((await rig.ask('rooms.list', {})).map(({ title }) => title)).toEqual(['Of the team']);
    await rig.ask('profiles.activate', { id: 'local' });
    expect(await rig.ask('rooms.list', {})).toEqual([]);
  });

  test('a token is in the vault only: no answer, no event and no other file holds it', async () => {
    await using rig = await Rig.open();
    const { id } = await rig.ask('profiles.add', { ...team, token: secret });
    await rig.ask('profiles.activate', { id });
    await rig.ask('profiles.update', { id, change: { tenantId: 'plant-2' } });
    const told = JSON.stringify([await rig.ask('profiles.list', {}), rig.events]);
    expect(told).not.toContain(secret);
    const vault = join(rig.folder.path, 'tokens.json');
    expect(readFileSync(vault, 'utf8')).toContain(secret);
    expect(statSync(vault).mode & 0o777).toBe(0o600);
    await rig.ask('profiles.signOut', { id });
    expect((await rig.ask('profiles.list', {})).at(-1)).toMatchObject({ signedIn: false });
    expect(everything(rig.folder.path)).not.toContain(secret);
  });

  test('signing in at a server keeps its token and takes the user id it gives', async () => {
    using folder = new TemporaryFolder();
    await using engine = await startTestEngine(folder.path, { token: 'team-token' });
    await using rig = await Rig.open();
    const serverUrl = `http://127.0.0.1:${engine.port}`;
    const { id } = await rig.ask('profiles.add', { ...team, serverUrl });
    await rig.ask('profiles.activate', { id });
    const wrong = await rig.fails('profiles.signIn', { id, email: 'ann@plant.example', password: 'wrong' });
    expect(wrong.message).toMatch(/\w+.*\.$/);
    const signedIn = await rig.ask('profiles.signIn', {
      id,
      email: 'ann@plant.example',
      password: 'team-token',
    });
    expect(signedIn.signedIn).toBe(true);
    expect(signedIn.userId).not.toBe('ann');
    await rig.online();
  });

  test('changes that cannot be are refused and name the field', async () => {
    await using rig = await Rig.open();
    const { id } = await rig.ask('profiles.add', team);
    expect(await rig.fails('profiles.add', team)).toMatchObject({ field: 'name' });
    expect(await rig.fails('profiles.add', { ...team, serverUrl: 'ftp://x' })).toMatchObject({
      field: 'serverUrl',
    });
    expect(await rig.fails('profiles.update', { id, change: { name: 'Local engine' } })).toMatchObject({
      field: 'name',
    });
    expect(await rig.fails('profiles.update', { id, change: { serverUrl: 'nonsense' } })).toMatchObject({
      field: 'serverUrl',
    });
    expect(
      await rig.fails('profiles.update', { id: 'local', change: { serverUrl: 'http://127.0.0.1' } }),
    ).toMatchObject({ code: 'PROFILE_LOCAL', field: 'serverUrl' });
    expect(await rig.fails('profiles.signIn', { id: 'local', email: 'a@b.c', password: 'x' })).toMatchObject({
      code: 'PROFILE_LOCAL',
    });
    expect(await rig.fails('profiles.activate', { id: '../../etc' })).toMatchObject({
      code: 'PROFILE_UNKNOWN',
    });
  });
});

describe('damaged files', () => {
  test.each([
    ['profiles.json', '{"active":"local","profiles":[', 'Your list of servers could not be read'],
    [
      'profiles.json',
      '{"active":"../x","profiles":[{"id":"../x"}]}',
      'Your list of servers could not be read',
    ],
    ['settings.json', 'null', 'Your settings could not be read'],
  ])('%s is kept aside and told', async (name, text, sentence) => {
    const folder = new TemporaryFolder();
    writeFileSync(join(folder.path, name), text);
    await using rig = await Rig.open(folder);
    const [notice] = await rig.ask('notices.list', {});
    expect(notice?.text).toContain(sentence);
    expect(notice?.text).toContain(`${name}.damaged-1`);
    expect(readFileSync(join(folder.path, `${name}.damaged-1`), 'utf8')).toBe(text);
    await rig.ask('notices.markRead', { id: null });
    expect((await rig.ask('notices.list', {})).every(({ read }) => read)).toBe(true);
  });

  test('a damaged database is kept aside, its profile opens again, and a notice tells so', async () => {
    const folder = new TemporaryFolder();
    const first = await Rig.open(folder);
    await first.workstation[Symbol.asyncDispose]();
    const profile = join(folder.path, 'profiles/local');
    const damaged = 'no database at all, but long enough to be looked at as one '.repeat(40);
    writeFileSync(join(profile, 'workstation.db'), damaged);
    await using rig = await Rig.open(folder);
    expect(await rig.ask('rooms.list', {})).toEqual([]);
    expect((await rig.ask('notices.list', {})).map(({ text }) => text).join(' ')).toContain('damaged');
    const kept = globSync('damaged/**/workstation.db*', { cwd: profile });
    expect(kept.map((path) => readFileSync(join(profile, path), 'utf8'))).toContain(damaged);
  });

  test('a database of a newer workstation is a state of its profile: others open, the file stays as it is', async () => {
    const folder = new TemporaryFolder();
    const first = await Rig.open(folder);
    await first.workstation[Symbol.asyncDispose]();
    const path = join(folder.path, 'profiles/local/workstation.db');
    const database = new Database(path);
    const version = Number(database.pragma('user_version', { simple: true }));
    database.pragma('user_version = 9999');
    database.close();
    await using rig = await Rig.open(folder);
    expect((await rig.fails('rooms.list', {})).message).toContain('newer');
    const { id } = await rig.ask('profiles.add', team);
    await rig.ask('profiles.activate', { id });
    expect(await rig.ask('rooms.list', {})).toEqual([]);
    const mended = new Database(path);
    mended.pragma(`user_version = ${version}`);
    mended.close();
    await rig.ask('profiles.activate', { id: 'local' });
    expect(await rig.ask('rooms.list', {})).toEqual([]);
  });
});

describe('settings', () => {
  test('one change leaves the others, is announced and is there after a restart', async () => {
    const folder = new TemporaryFolder();
    const first = await Rig.open(folder);
    await first.ask('settings.set', { lengthUnit: 'in' });
    expect(await first.ask('settings.set', { theme: 'dark' })).toEqual({
      theme: 'dark',
      lengthUnit: 'in',
      density: 'normal',
    });
    expect(first.events.at(-1)).toMatchObject({ name: 'settings.changed', payload: { theme: 'dark' } });
    await first.workstation[Symbol.asyncDispose]();
    await using rig = await Rig.open(folder);
    expect(await rig.ask('settings.get', {})).toMatchObject({ theme: 'dark', lengthUnit: 'in' });
    expect(await rig.fails('settings.set', { theme: 'pink' })).toMatchObject({ field: 'theme' });
  });
});

describe('many changes at once', () => {
  test('none is lost: profiles, tokens and settings', async () => {
    const folder = new TemporaryFolder();
    const first = await Rig.open(folder);
    const names = Array.from({ length: 12 }, (_, number) => `Plant ${number}`);
    await Promise.all([
      ...names.map((name) => first.ask('profiles.add', { ...team, name, token: `token of ${name}` })),
      first.ask('settings.set', { theme: 'dark' }),
      first.ask('settings.set', { lengthUnit: 'in' }),
      first.ask('settings.set', { density: 'compact' }),
    ]);
    await first.workstation[Symbol.asyncDispose]();
    await using rig = await Rig.open(folder);
    const kept = await rig.ask('profiles.list', {});
    expect(kept.map(({ name, signedIn }) => [name, signedIn]).slice(1)).toEqual(
      names.map((name) => [name, true]),
    );
    expect(await rig.ask('settings.get', {})).toEqual({
      theme: 'dark',
      lengthUnit: 'in',
      density: 'compact',
    });
  });
});
