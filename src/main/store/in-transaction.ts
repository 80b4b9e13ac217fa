// Transactions and savepoints around a piece of work, without compiling anything anew.
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

/** Runs `work` within the open transaction; when it throws, nothing of it stands, and what was done before it does. */
export function inSavepoint<T>(store: Store, work: () => T): T {
  statement(store, 'SAVEPOINT piece').run();
  try {
    const value = work();
    statement(store, 'RELEASE piece').run();
    return value;
  } catch (error) {
    // After some errors, a full disk among them, SQLite has rolled everything back and there is no savepoint left.
    if (store.inTransaction) {
      statement(store, 'ROLLBACK TO piece').run();
      statement(store, 'RELEASE piece').run();
    }
    throw error;
  }
}
