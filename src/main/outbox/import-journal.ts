// Brings unsent work back from the outbox journal into a restored database, and keeps the journal true to the queue.
import { previewOf } from '../session/session-core.ts';
import { importedCode } from '../../shared/model/message.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { addEntry, markQuarantined, markUnconfirmed, removeEntry } from '../store/entries.ts';
import { queueHeads } from '../store/queue-pages.ts';
import { saveFile, setMessageFiles } from '../store/files.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { type JournalRecord, replayJournal, type UnsentRecord } from '../store/journal-record.ts';
import { findMessage, insertMessage, rewriteMessage, setDelivery } from '../store/messages.ts';
import type { Store } from '../store/open-store.ts';
import { journalLimitBytes, readJournal, rewriteJournal } from '../store/outbox-journal.ts';
import { addRoom, nextSeq, noteActivity } from '../store/rooms.ts';
import { idTravels } from './to-frame.ts';
import { savedRecord } from './unsent-journal.ts';

/** Re-imports what the journal of `folder` holds unsent; returns how many messages the queue holds again. */
export function importJournal(store: Store, folder: string, profile: Profile): number {
  const { records } = readJournal(folder);
  const unsent = replayJournal(records);
  inTransaction(store, () => {
    const stale = queueHeads(store);
    // The journal knows the order of today; entries of the backup take their place in it.
    for (const { messageId } of stale) if (unsent.has(messageId)) removeEntry(store, messageId);
    for (const record of unsent.values()) bringBack(store, record, profile);
    const gone = new Map(records.flatMap((record) => (record.kind === 'gone' ? [[record.id, record]] : [])));
    for (const { messageId } of stale) {
      if (unsent.has(messageId)) continue;
      const end = gone.get(messageId);
      if (end === undefined) {
        // Its end was written to a journal that is not kept any more: nobody here can tell, so a person is asked.
        markUnconfirmed(store, messageId);
        continue;
      }
      removeEntry(store, messageId);
      setDelivery(
        store,
        messageId,
        end.how === 'accepted' ? { state: 'accepted', at: end.at } : { state: 'cancelled' },
      );
    }
  });
  return unsent.size;
}

function bringBack(store: Store, record: UnsentRecord, profile: Profile): void {
  const { id, createdAt, request, files, handed, held } = record;
  const { roomId } = request;
  addRoom(store, { id: roomId, title: roomId, productId: null, at: createdAt });
  for (const file of files) {
    saveFile(store, {
      ...file,
      state: file.sha256 === null ? 'missing' : 'stored',
      expectedSha256: null,
      reason: '',
      source: null,
    });
  }
  if (findMessage(store, id) === null) insertAnew(store, record, profile);
  else rewriteMessage(store, id, request);
  setMessageFiles(store, id, [...new Set(files.map((file) => file.id))]);
  addEntry(store, { messageId: id, roomId, code: request.kind, at: createdAt, handed });
  setDelivery(store, id, { state: 'saved' });
  if (held !== null) {
    markQuarantined(store, id, held);
    setDelivery(store, id, { state: 'refused', refusal: held });
    return;
  }
  const { dialect } = profile;
  if (handed && !(dialect.deduplicates && idTravels(request.kind, dialect))) markUnconfirmed(store, id);
}

function insertAnew(store: Store, { id, createdAt, request }: UnsentRecord, profile: Profile): void {
  const { roomId, kind, text, replyTo } = request;
  insertMessage(store, {
    id,
    roomId,
    seq: nextSeq(store, roomId),
    wireId: id,
    kind,
    authorId: profile.userId,
    isOwn: true,
    text,
    replyTo,
    createdAt,
    request,
    sources: [],
    answeredBy: null,
    streaming: false,
    responseCode: null,
    delivery: { state: 'saved' },
    raw: null,
  });
  noteActivity(store, roomId, { at: createdAt, preview: previewOf(text), unread: 0 });
}

/** Writes the journal anew from the queue where it is torn, long, or says something else than the queue. */
export function trueUpJournal(store: Store, folder: string): void {
  const { records, badLines, sizeBytes } = readJournal(folder);
  const queued = queueHeads(store);
  const unsent = replayJournal(records);
  const agrees = queued.length === unsent.size && queued.every(({ messageId }) => unsent.has(messageId));
  // A journal may be as long as its queue; it is too long when most of it is about what has gone.
  const isTooLong = sizeBytes > journalLimitBytes && records.length > 2 * unsent.size;
  if (agrees && badLines === 0 && !isTooLong) return;
  rewriteJournal(
    folder,
    queued.flatMap(({ messageId, handed, refusal }): JournalRecord[] => {
      const message = findMessage(store, messageId);
      if (message === null || message.request === null) return [];
      const saved = savedRecord(store, { ...message, request: message.request });
      const isHeld = refusal?.errorCode === importedCode;
      return [
        saved,
        ...(handed ? [{ kind: 'handed', id: messageId } as const] : []),
        ...(isHeld ? [{ kind: 'held', id: messageId, refusal } as const] : []),
      ];
    }),
  );
}
