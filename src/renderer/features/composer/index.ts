// Front door of the composer feature.
export { attachFiles } from './attach-files.ts';
export { Composer } from './composer.tsx';
export { composerCommands, focusComposer } from './composer-commands.ts';
export { changeDraft, setReplyTo, startComposer, takeProposal, useComposer } from './composer-store.ts';
export { EditEntryDialog } from './edit-entry-dialog.tsx';
