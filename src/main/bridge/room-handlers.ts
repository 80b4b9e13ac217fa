// Calls about rooms, messages, the queue and results: each is one method of the open session.
import type { Services } from '../workstation/services.ts';
import { programName } from '../workstation/room-archives.ts';
import type { HandlersOf } from './handlers.ts';

type RoomHandlers = HandlersOf<
  'rooms' | 'products' | 'messages' | 'drafts' | 'outbox' | 'results' | 'ideas' | 'documents'
>;

export function roomHandlers({ active, addresses, info }: Services): RoomHandlers {
  const session = () => active.current();
  return {
    'rooms.list': async () => (await session()).listRooms(),
    'rooms.create': async (input) => (await session()).createRoom(input),
    'rooms.rename': async ({ roomId, title }) => (await session()).renameRoom(roomId, title),
    'rooms.markRead': async ({ roomId }) => (await session()).markRoomRead(roomId),
    'rooms.exportUrl': async ({ roomId }) => {
      const open = await session();
      // Refused now, in words, rather than as a download that fails.
      const { name } = open.exportRoom(roomId, programName(info));
      const url = addresses.sign({ kind: 'room-export', profileId: open.profile.id, roomId }, name);
      return { url, name };
    },
    'rooms.importUrl': async () => {
      const { profile } = await session();
      return { url: addresses.sign({ kind: 'room-import', profileId: profile.id }, 'room.zip') };
    },
    'products.list': async () => (await session()).listProducts(),

    'messages.page': async (input) => (await session()).pageMessages(input),
    'messages.search': async (input) => (await session()).searchMessages(input),
    'messages.send': async (input) => (await session()).sendMessage(input),
    'messages.typing': async ({ roomId, typing }) => {
      (await session()).sendTyping(roomId, typing);
      return {};
    },
    'drafts.get': async ({ roomId }) => ({ text: (await session()).draft(roomId) }),
    'drafts.set': async ({ roomId, text }) => {
      (await session()).setDraft(roomId, text);
      return {};
    },

    'outbox.counts': async () => (await session()).outboxCounts(),
    'outbox.list': async (page) => (await session()).listOutbox(page),
    'outbox.edit': async (input) => (await session()).editEntry(input),
    'outbox.cancel': async ({ messageId }) => {
      (await session()).cancelEntry(messageId);
      return {};
    },
    'outbox.restore': async ({ messageId }) => (await session()).restoreEntry(messageId),
    'outbox.retry': async ({ messageId }) => {
      (await session()).retryEntry(messageId);
      return {};
    },
    'outbox.move': async ({ messageId, beforeMessageId }) => {
      (await session()).moveEntry(messageId, beforeMessageId);
      return {};
    },
    'outbox.step': async ({ messageId, direction }) => {
      (await session()).stepEntry(messageId, direction);
      return {};
    },

    'results.list': async (input) => (await session()).listResults(input),
    'results.get': async ({ id }) => (await session()).result(id),
    'ideas.board': async ({ resultId }) => (await session()).work.board(resultId),
    'ideas.setBoard': async (input) => (await session()).work.setBoard(input),
    'documents.versions': async ({ resultId }) => (await session()).work.versions(resultId),
    'documents.save': async (input) => (await session()).work.saveVersion(input),
  };
}
