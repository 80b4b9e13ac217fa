// Front door of the queue feature.
export { queueInWords } from './entry-words.ts';
export { QueuePanel } from './queue-panel.tsx';
export { startQueue, useQueue } from './queue-store.ts';
