// One-value facts of the engine, such as its signing secret.
import { z } from 'zod';
import type { Store } from './open-store.ts';

/** Reads a setting, making it on first use. */
export function settingOr(store: Store, key: string, make: () => string): string {
  const row = store.prepare('SELECT value FROM settings WHERE key = ?').get(key);
  if (row !== undefined) return z.object({ value: z.string() }).parse(row).value;
  const value = make();
  store.prepare('INSERT INTO settings (key, value) VALUES (?, ?)').run(key, value);
  return value;
}
