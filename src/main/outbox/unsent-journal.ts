// Tells the outbox journal what becomes of unsent messages; each line is written after its transaction and before its news.
import type { Message, ServerRefusal } from '../../shared/model/message.ts';
import type { NewMessage } from '../../shared/model/new-message.ts';
import { findFile } from '../store/files.ts';
import type { JournalRecord } from '../store/journal-record.ts';
import type { Store } from '../store/open-store.ts';
import type { OutboxJournal } from '../store/outbox-journal.ts';
import type { Changes } from '../session/changes.ts';
import type { Log } from '../session/profile-session-port.ts';

export interface JournalSetup {
  readonly store: Store;
  readonly changes: Changes;
  readonly log: Log;
  readonly file: OutboxJournal;
}

export class UnsentJournal {
  readonly #setup: JournalSetup;

  constructor(setup: JournalSetup) {
    this.#setup = setup;
  }

  /** A message stands in the queue with this text; also after an edit in place. */
  saved(message: Pick<Message, 'id' | 'createdAt'> & { readonly request: NewMessage }): void {
    this.#append(savedRecord(this.#setup.store, message));
  }

  /** A socket is about to take it. */
  handed(id: string): void {
    this.#append({ kind: 'handed', id });
  }

  /** It waits for a person, also after a recovery. */
  held(id: string, refusal: ServerRefusal): void {
    this.#append({ kind: 'held', id, refusal });
  }

  /** It left the queue: the server has it, or the person took it back. */
  gone(id: string, how: 'accepted' | 'cancelled', at: string): void {
    this.#append({ kind: 'gone', id, how, at });
  }

  /** It stands now before another of its lane, or at the lane's end. */
  moved(id: string, before: string | null): void {
    this.#append({ kind: 'moved', id, before });
  }

  /** The database has it in any case: a journal that cannot be written must not look like a failure to save. */
  #append(record: JournalRecord): void {
    const { changes, file, log } = this.#setup;
    changes.durably(() => {
      try {
        file.append(record);
      } catch (error) {
        log.warn(
          `The outbox journal was not written: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    });
  }
}

/** The record that brings a message back whole. */
export function savedRecord(
  store: Store,
  { id, createdAt, request }: Pick<Message, 'id' | 'createdAt'> & { readonly request: NewMessage },
): JournalRecord {
  const files = request.fileIds.flatMap((fileId) => {
    const file = findFile(store, fileId);
    if (file === null) return [];
    const { name, mediaType, sizeBytes, sha256, remoteId, roomId, createdAt: at } = file;
    return [{ id: fileId, name, mediaType, sizeBytes, sha256, remoteId, roomId, createdAt: at }];
  });
  return { kind: 'saved', id, createdAt, request, files };
}
