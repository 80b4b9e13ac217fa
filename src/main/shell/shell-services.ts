// What the core needs to know of the skin it runs in.
import type { Vault } from '../profiles/vault-port.ts';

export interface ShellServices {
  readonly kind: 'electron' | 'browser';
  /** Version of the workstation, such as 0.1.0. */
  readonly version: string;
  /** Opens the keeper of tokens; asked after the data folder was locked. */
  openVault(dataDir: string): Promise<Vault>;
}
