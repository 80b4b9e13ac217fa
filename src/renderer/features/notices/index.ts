// Front door of the notices feature.
export { NoticesPanel } from './notices-panel.tsx';
export { startNotices, useNotices } from './notices-store.ts';
