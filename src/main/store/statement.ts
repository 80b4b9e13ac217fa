// Prepared statements, each compiled once per database.
import type { Statement } from 'better-sqlite3';
import type { Store } from './open-store.ts';

const compiled = new WeakMap<Store, Map<string, Statement>>();

/** The compiled form of a statement. */
export function statement(store: Store, sql: string): Statement {
  let known = compiled.get(store);
  if (known === undefined) compiled.set(store, (known = new Map()));
  let found = known.get(sql);
  if (found === undefined) known.set(sql, (found = store.prepare(sql)));
  return found;
}
