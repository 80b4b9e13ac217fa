// A room: its head with the four views, the view, and the composer, always in its place.
import { Pencil } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Room } from '../../shared/model/room.ts';
import { ChatView, findMessage, type MessageActions, openRoom, useChat } from '../features/chat/index.ts';
import {
  Composer,
  focusComposer,
  setReplyTo,
  takeProposal,
  useComposer,
} from '../features/composer/index.ts';
import { DocumentsView } from '../features/documents/index.ts';
import { chooseById, EngineeringView } from '../features/engineering/index.ts';
import { IdeasView } from '../features/ideas/index.ts';
import { markRoomRead } from '../features/rooms/index.ts';
import { useSettings } from '../features/settings/index.ts';
import { useStatus } from '../features/status/index.ts';
import { IconButton } from '../ui/button.tsx';
import { firstWords } from '../ui/words.ts';
import { keysOf } from './commands.ts';
import { DropZone } from './drop-zone.tsx';
import { showDialog, showSide, showView, useLayout, type View, views } from './layout-store.ts';
import { openFile, openIdea, openMessage, openResult } from './open-things.ts';

export function RoomPage({ room }: { readonly room: Room }) {
  const { view } = useLayout();
  const lengthUnit = useSettings((state) => state.settings.lengthUnit);
  useEffect(() => {
    void openRoom(room.id, room.unread);
  }, [room.id]);
  useEffect(() => {
    if (view === 'chat' && room.unread > 0 && document.hasFocus()) markRoomRead(room.id);
  }, [view, room.id, room.unread]);
  return (
    <DropZone roomId={room.id}>
      <Tabs className="room-page" selectedKey={view} onSelectionChange={(key) => showView(key as View)}>
        <header className="room-head">
          <div className="room-name">
            <h1 className="one-line">{room.title}</h1>
            <IconButton
              label="Rename this room"
              keys={keysOf('room.rename')}
              icon={<Pencil aria-hidden className="lucide" />}
              onPress={() => showDialog('rename-room')}
            />
          </div>
          <TabList aria-label="Views of the room" className="tabs">
            {views.map(({ id, title }) => (
              <Tab key={id} id={id} className="tab">
                {title}
              </Tab>
            ))}
          </TabList>
        </header>
        <TabPanel id="chat" className="room-view">
          <RoomChat />
        </TabPanel>
        <TabPanel id="ideas" className="room-view">
          <IdeasView
            roomId={room.id}
            onTurnInto={(draft) => {
              takeProposal(draft);
              focusComposer();
            }}
            onOpenMessage={openMessage}
          />
        </TabPanel>
        <TabPanel id="documents" className="room-view">
          <DocumentsView
            roomId={room.id}
            onShowModel={(fileId) => {
              showView('engineering');
              setTimeout(() => chooseById(fileId), 250);
            }}
          />
        </TabPanel>
        <TabPanel id="engineering" className="room-view">
          <EngineeringView roomId={room.id} unit={lengthUnit} />
        </TabPanel>
        <RoomComposer room={room} />
      </Tabs>
    </DropZone>
  );
}

function RoomChat() {
  const side = useLayout((state) => state.side);
  const actions: Omit<MessageActions, 'onJump'> = useMemo(
    () => ({
      onReply(message) {
        setReplyTo(message.roomId, message.id);
        focusComposer();
      },
      onThread: (messageId) => showSide({ panel: 'thread', messageId }),
      onDetails: (messageId) => showSide({ panel: 'message', messageId }),
      onAttention: () => showSide({ panel: 'queue' }),
      onOpenFile: openFile,
      onOpenResult: openResult,
      onOpenIdea: openIdea,
      onUseProposal(proposal) {
        takeProposal(proposal);
        focusComposer();
      },
    }),
    [],
  );
  return <ChatView selectedId={side?.panel === 'message' ? side.messageId : null} actions={actions} />;
}

function RoomComposer({ room }: { readonly room: Room }) {
  const replyTo = useComposer((state) => state.drafts[room.id]?.replyTo ?? null);
  const quoted = useChat((state) => findMessage(state.messages, replyTo));
  const connection = useStatus((state) => state.connection);
  const { view } = useLayout();
  return (
    <Composer
      to={{ roomId: room.id, productId: room.productId }}
      replyPreview={quoted === null ? null : firstWords(quoted.text, 60)}
      waitNote={waitNote(connection?.state ?? null)}
      isSmall={view !== 'chat'}
    />
  );
}

/** Where a message waits that cannot be sent now; null when it leaves at once. */
function waitNote(state: string | null): string | null {
  if (state === 'online' || state === null) return null;
  if (state === 'signed-out') return 'Saved here; leaves after you signed in.';
  if (state === 'offline') return 'Saved here; leaves when you go online.';
  return 'Saved here; waits for the network.';
}
