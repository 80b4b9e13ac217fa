// One IMMEDIATE transaction around a piece of work, without compiling anything anew.
import type { Store } from './open-store.ts';
import { statement } from './statement.ts';

/** Runs `work` and commits; when either throws, nothing of it stands. */
export function inTransaction<T>(store: Store, work: () => T): T {
  statement(store, 'BEGIN IMMEDIATE').run();
  try {
    const value = work();
    statement(store, 'COMMIT').run();
    return value;
  } catch (error) {
    // SQLite itself rolls back after some errors, a full disk among them.
    if (store.inTransaction) statement(store, 'ROLLBACK').run();
    throw error;
  }
}
