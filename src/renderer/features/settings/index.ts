// Front door of the settings feature.
export { SettingsDialog } from './settings-dialog.tsx';
export { activeProfile, changeSettings, startSettings, useSettings } from './settings-store.ts';
