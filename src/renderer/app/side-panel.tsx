// The panel on the right: the queue, a thread, a message, the connection; one at a time, closed by Escape.
import { X } from 'lucide-react';
import { useState } from 'react';
import type { Entry } from '../../shared/model/entry.ts';
import { MessageDetails, ThreadPanel } from '../features/chat/index.ts';
import { EditEntryDialog, focusComposer, setReplyTo } from '../features/composer/index.ts';
import { NoticesPanel } from '../features/notices/index.ts';
import { QueuePanel } from '../features/queue/index.ts';
import { activeProfile, useSettings } from '../features/settings/index.ts';
import { ConnectionPanel, JobsPanel } from '../features/status/index.ts';
import { IconButton } from '../ui/button.tsx';
import { showDialog, showRoom, type Side, showSide } from './layout-store.ts';
import { openFile, openResult } from './open-things.ts';

const titles: Readonly<Record<Side['panel'], string>> = {
  queue: 'Queue',
  connection: 'Connection',
  jobs: 'Jobs',
  notices: 'Notices',
  message: 'Message',
  thread: 'Thread',
};

export function SidePanel({ side }: { readonly side: Side }) {
  return (
    <aside className="side" role="region" aria-label={titles[side.panel]}>
      <header className="side-head">
        <h2>{titles[side.panel]}</h2>
        <IconButton
          label="Close panel"
          keys="Escape"
          icon={<X aria-hidden />}
          onPress={() => showSide(null)}
        />
      </header>
      <div className="side-body" tabIndex={0} role="group" aria-label={`${titles[side.panel]}, content`}>
        <SideBody side={side} />
      </div>
    </aside>
  );
}

function SideBody({ side }: { readonly side: Side }) {
  switch (side.panel) {
    case 'queue':
      return <Queue />;
    case 'connection':
      return <Connection />;
    case 'jobs':
      return <JobsPanel />;
    case 'notices':
      return <NoticesPanel />;
    case 'message':
      return <MessageDetails messageId={side.messageId} onOpenFile={openFile} />;
    case 'thread':
      return (
        <ThreadPanel
          messageId={side.messageId}
          onReply={(message) => {
            setReplyTo(message.roomId, message.id);
            focusComposer();
          }}
          onOpenFile={openFile}
          onOpenResult={openResult}
        />
      );
  }
}

function Queue() {
  const [edited, setEdited] = useState<Entry | null>(null);
  return (
    <>
      <QueuePanel onEdit={setEdited} onShowRoom={showRoom} />
      <EditEntryDialog entry={edited} onClose={() => setEdited(null)} />
    </>
  );
}

function Connection() {
  const profile = useSettings((state) => activeProfile(state));
  return (
    <ConnectionPanel
      server={profile?.name ?? 'Server'}
      isLocal={profile?.kind === 'local'}
      onSignIn={() => showDialog('settings')}
    />
  );
}
