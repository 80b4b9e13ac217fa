// Front door of the status feature: connection, engine and jobs.
export { ConnectionPanel } from './connection-panel.tsx';
export { connectionWords } from './connection-words.ts';
export { JobsPanel } from './jobs-panel.tsx';
export {
  activeJobs,
  setOffline,
  startStatus,
  useStatus,
} from './status-store.ts';
