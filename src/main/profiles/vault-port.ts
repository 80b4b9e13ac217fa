// Where tokens are kept: the shell decides, the core only asks.
import type { AppInfo } from '../../shared/model/status.ts';

/** Secrets by name. All writes are durable on return. */
export interface Vault {
  readonly kind: AppInfo['vault'];
  /** How it protects, in a sentence for the settings page. */
  readonly note: string;
  get(name: string): Promise<string | null>;
  /** Null forgets the secret. */
  set(name: string, secret: string | null): Promise<void>;
}
