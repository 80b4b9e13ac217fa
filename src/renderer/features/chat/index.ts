// Front door of the chat feature.
export { findMessage, jumpToMessage, openRoom, startChat, useChat } from './chat-store.ts';
export { ChatView } from './chat-view.tsx';
export { MessageDetails } from './message-details.tsx';
export type { MessageActions } from './message-row.tsx';
export { ThreadPanel } from './thread-panel.tsx';
