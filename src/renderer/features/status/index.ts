// Front door of the status feature: connection, engine and jobs.
export { ConnectionPanel, EngineControls } from './connection-panel.tsx';
export { connectionWords, engineSentence } from './connection-words.ts';
export { JobsPanel } from './jobs-panel.tsx';
export {
  activeJobs,
  cancelJob,
  retryConnection,
  setOffline,
  startStatus,
  useStatus,
} from './status-store.ts';
