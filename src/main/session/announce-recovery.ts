// Tells the person what became of a damaged database: what is kept, what was restored, what may be missing.
import type { Recovery } from '../store/open-or-recover.ts';
import { announceNotice, type SessionCore } from './session-core.ts';

/** Adds the notice of a recovery; `unsent` is how many messages are in the queue again. */
export function announceRecovery(
  core: SessionCore,
  { keptIn, backup, reason }: Recovery,
  unsent: number,
): void {
  const from =
    backup === null
      ? 'There was no backup, so a new database was begun.'
      : `The backup of ${new Date(backup.atMs).toISOString()} took its place; what came in since is fetched again where the server keeps history.`;
  const queue =
    unsent === 1
      ? 'One unsent message is in the queue again.'
      : `${unsent} unsent messages are in the queue again.`;
  core.log.error(`${reason} It is kept in ${keptIn}.`);
  announceNotice(core, {
    kind: 'warning',
    title: 'The database was damaged and has been recovered',
    text: `${from} ${queue} The damaged files are kept in ${keptIn}.`,
    priority: 'critical',
  });
}
