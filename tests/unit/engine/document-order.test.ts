// A document is made from what the room knows: what was asked before it is answered first.
import { expect, test } from 'vitest';
import type { DeskAnswer } from '../../../src/engine/desk.ts';
import { openRig, TestClient } from './engine-rig.ts';

const answer = (message: string): DeskAnswer => ({ message, body: {}, files: [] });

test('a document asked for right after a slow part knows the part', async () => {
  const part = Promise.withResolvers<void>();
  await using engine = await openRig({
    desks: {
      engineering: async () => {
        await part.promise;
        return answer('part');
      },
      documents: ({ room }) => Promise.resolve(answer(`knows ${room.answers.length}`)),
    },
  });
  using ann = await TestClient.open(engine.port, 'ann');
  await ann.join('room-1');
  const engineering = { message: 'a part', engineering_type: 'cad_generation', message_id: 'm1' };
  const asked = ann.ask('engineering', 'room-1', engineering);
  const made = ann.ask('documentation', 'room-1', { message: 'a bill', doc_type: 'bom', message_id: 'm2' });
  setTimeout(part.resolve, 300);
  await asked;
  expect((await made).data['message']).toBe('knows 1');
});
