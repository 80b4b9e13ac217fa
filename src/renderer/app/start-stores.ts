// Starts every feature's read model; they run as long as the page.
import { startChat } from '../features/chat/index.ts';
import { startComposer } from '../features/composer/index.ts';
import { startDocuments, startDocumentWork } from '../features/documents/index.ts';
import { startEngineering } from '../features/engineering/index.ts';
import { startIdeas } from '../features/ideas/index.ts';
import { startNotices } from '../features/notices/index.ts';
import { startQueue } from '../features/queue/index.ts';
import { startRooms } from '../features/rooms/index.ts';
import { startSearch } from '../features/search/index.ts';
import { startSettings } from '../features/settings/index.ts';
import { startStatus } from '../features/status/index.ts';

const starts = [
  startSettings,
  startStatus,
  startRooms,
  startQueue,
  startNotices,
  startComposer,
  startChat,
  startSearch,
  startIdeas,
  startDocuments,
  startDocumentWork,
  startEngineering,
];

/** Returns what stops them all. */
export function startStores(): () => void {
  const stops = starts.map((start) => start());
  return () => {
    for (const stop of stops) stop();
  };
}
