// The connection and the reader of files against the real engine, through restarts.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findFiles } from '../../../../src/main/files/find-files.ts';
import type { ServerAccess } from '../../../../src/main/connection/connection-port.ts';
import { readResponse } from '../../../../src/shared/protocol/read-response.ts';
import { engineDialect } from '../../../../src/shared/protocol/dialect.ts';
import { DataFolder, openRig, startTestEngine } from '../../engine/engine-rig.ts';
import { connect, makeProfile } from './connection-rig.ts';

const profile = makeProfile('local', engineDialect);

describe('against the engine', () => {
  test('[P-CONN-1] a request is sent, its progress and its answer are read, its file is found', async () => {
    await using engine = await openRig({
      desks: {
        engineering: async ({ folder, progress }) => {
          progress('Meshing');
          const path = join(folder, 'bracket.step');
          await writeFile(path, 'ISO-10303-21;');
          const body = { engineering_type: 'cad_generation' };
          return { message: 'Done.', body, files: [{ name: 'bracket.step', path, mediaType: 'model/step' }] };
        },
      },
    });
    await using rig = connect({
      access: async () => ({ baseUrl: engine.url, token: null, tenantId: null }),
      profile,
    });
    await rig.reach('online');
    rig.connection.send({
      code: 'engineering',
      user_id: 'user-123',
      room_id: 'r',
      data: { message: 'go', sender: 'user-123', message_id: 'm-1', engineering_type: 'cad_generation' },
    });
    await rig.hear(4);
    const messages = rig.incoming.flatMap((one) => (one.kind === 'frame' ? [readResponse(one.frame)] : []));
    expect(messages.map(({ kind }) => kind)).toEqual([
      'system',
      'chat_response',
      'progress',
      'engineering_response',
    ]);
    const found = findFiles(messages[3]?.frame.data ?? {});
    expect(found).toMatchObject([
      { source: { from: 'id' }, name: 'bracket.step', mediaType: 'model/step', sizeBytes: 13 },
    ]);
    expect(found[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('[P-CONN-3] an engine that restarts elsewhere is found again', async () => {
    using folder = new DataFolder();
    let access: ServerAccess | null = null;
    await using rig = connect({ access: async () => access, profile });
    await rig.reach('waiting');
    {
      await using engine = await startTestEngine(folder.path);
      access = { baseUrl: `http://127.0.0.1:${engine.port}`, token: null, tenantId: null };
      rig.clock.advance(1000);
      await rig.reach('online');
    }
    access = null;
    const from = rig.states.findLastIndex(({ state }) => state === 'online');
    await rig.reach('waiting', from);
    await using engine = await startTestEngine(folder.path);
    access = { baseUrl: `http://127.0.0.1:${engine.port}`, token: null, tenantId: null };
    rig.connection.retry();
    await rig.reach('online', from + 1);
  });

  test('[P-AUTH-2] a wrong team token pauses with the words of the engine', async () => {
    await using engine = await openRig({ token: 'team-token' });
    await using rig = connect({
      access: async () => ({ baseUrl: engine.url, token: 'wrong', tenantId: null }),
      profile: makeProfile('engine', engineDialect),
    });
    expect(await rig.reach('signed-out')).toMatchObject({
      reason: 'The server did not let us in (401). It says: The token is wrong or has expired.',
    });
  });
});
