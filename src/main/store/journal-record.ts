// What the outbox journal says: saved, handed to a socket, gone from the queue, put in another order.
import { z } from 'zod';
import { refusalSchema, type ServerRefusal } from '../../shared/model/message.ts';
import { newMessageSchema } from '../../shared/model/new-message.ts';

/** A file whose bytes lie in the content store. */
export const journalFileSchema = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().nullable(),
  sha256: z.string().nullable(),
  remoteId: z.string().nullable(),
  roomId: z.string().nullable(),
  createdAt: z.string(),
});

const savedSchema = z.object({
  kind: z.literal('saved'),
  id: z.string(),
  createdAt: z.string(),
  request: newMessageSchema,
  files: z.array(journalFileSchema),
});

/** One record. A second `saved` of an id is an edit in place, or the word of a person that it may go. */
export const journalRecordSchema = z.discriminatedUnion('kind', [
  savedSchema,
  z.object({ kind: z.literal('handed'), id: z.string() }),
  z.object({
    kind: z.literal('gone'),
    id: z.string(),
    how: z.enum(['accepted', 'cancelled']),
    at: z.string(),
  }),
  /** It waits for a person, who reads the refusal, and does not leave by itself. */
  z.object({ kind: z.literal('held'), id: z.string(), refusal: refusalSchema }),
  /** Written by earlier versions. */
  z.object({ kind: z.literal('order'), ids: z.array(z.string()) }),
  /** It stands now before another of its lane, or at the lane's end. */
  z.object({ kind: z.literal('moved'), id: z.string(), before: z.string().nullable() }),
]);
export type JournalRecord = z.output<typeof journalRecordSchema>;

export type UnsentRecord = z.output<typeof savedSchema> & {
  readonly handed: boolean;
  readonly held: ServerRefusal | null;
};

/** What is unsent after all records, in the order of its lanes. */
export function replayJournal(records: readonly JournalRecord[]): Map<string, UnsentRecord> {
  const unsent = new Map<string, UnsentRecord>();
  for (const record of records) {
    if (record.kind === 'saved') {
      unsent.set(record.id, {
        ...record,
        handed: unsent.get(record.id)?.handed ?? false,
        held: null,
      });
    } else if (record.kind === 'gone') unsent.delete(record.id);
    else if (record.kind === 'held') {
      const known = unsent.get(record.id);
      if (known !== undefined) unsent.set(record.id, { ...known, held: record.refusal });
    } else if (record.kind === 'handed') {
      const known = unsent.get(record.id);
      if (known !== undefined) unsent.set(record.id, { ...known, handed: true });
    } else if (record.kind === 'moved') moveBefore(unsent, record.id, record.before);
    else putInOrder(unsent, record.ids);
  }
  return unsent;
}

/** Only a person moves messages, so that this is done seldom and may look at all of them. */
function moveBefore(unsent: Map<string, UnsentRecord>, id: string, before: string | null): void {
  const moved = unsent.get(id);
  if (moved === undefined) return;
  unsent.delete(id);
  const others = [...unsent];
  const at = others.findIndex(([other]) => other === before);
  unsent.clear();
  for (const [other, record] of others.toSpliced(at < 0 ? others.length : at, 0, [id, moved])) {
    unsent.set(other, record);
  }
}

/** Only the order within a room counts, so that what is put in order may stand behind all others. */
function putInOrder(unsent: Map<string, UnsentRecord>, ids: readonly string[]): void {
  for (const id of ids) {
    const known = unsent.get(id);
    if (known === undefined) continue;
    unsent.delete(id);
    unsent.set(id, known);
  }
}
