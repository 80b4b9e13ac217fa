// Front door of the engineering feature.
export { engineeringCommands } from './engineering-commands.ts';
export { chooseById, startEngineering } from './engineering-store.ts';
export { EngineeringView } from './engineering-view.tsx';
