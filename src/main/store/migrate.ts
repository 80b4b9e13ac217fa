// Brings a database to the newest version, one migration after the other; the table of migrations.
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { Refusal } from '../../shared/std/result.ts';
import { roomsMessagesOutbox } from './migrations/0001-rooms-messages-outbox.ts';
import { messageSearch } from './migrations/0002-message-search.ts';
import { integrityCheck } from './migrations/0003-integrity-check.ts';
import { messageNumbers } from './migrations/0004-message-numbers.ts';
import { boardsAndVersions } from './migrations/0005-boards-and-versions.ts';
import { longQueues } from './migrations/0006-long-queues.ts';

/** Oldest first; `version` becomes the file's `user_version`. */
export const migrations: readonly Migration[] = [
  roomsMessagesOutbox,
  messageSearch,
  integrityCheck,
  messageNumbers,
  boardsAndVersions,
  longQueues,
];

export interface Migration {
  readonly version: number;
  readonly sql: string;
}

export interface Migrating {
  readonly migrations: readonly Migration[];
  /** Called before a database that holds something is changed. */
  readonly before: () => void;
}

/** Runs what is missing, in one transaction. Refuses a database of a newer program and leaves it untouched. */
export function migrate(store: Database, { migrations: known, before }: Migrating): void {
  const current = Number(store.pragma('user_version', { simple: true }));
  const newest = known.at(-1)?.version ?? 0;
  if (current > newest) {
    throw new Refusal(
      'DATA_FROM_FUTURE',
      `The data of this profile was written by a newer workstation (version ${current}, this one knows ${newest}). Nothing was changed; start the newer workstation.`,
    );
  }
  if (current === newest) return;
  if (current > 0) before();
  // A table that others refer to can only be made anew while nobody insists on the references.
  store.pragma('foreign_keys = OFF');
  try {
    store
      .transaction(() => {
        const broken = brokenReferences(store);
        for (const { version, sql } of known.filter((one) => one.version > current)) {
          store.exec(sql);
          store.pragma(`user_version = ${version}`);
        }
        if (brokenReferences(store) > broken) throw new Error('A migration broke references between tables.');
      })
      .immediate();
  } finally {
    store.pragma('foreign_keys = ON');
  }
}

function brokenReferences(store: Database): number {
  return z.array(z.unknown()).parse(store.pragma('foreign_key_check')).length;
}
