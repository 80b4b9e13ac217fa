// Notices, newest first: what the server and the workstation had to say outside of rooms.
import { Bell, CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Notice } from '../../../shared/model/status.ts';
import { useNow } from '../../platform/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { fullTime, shortTime } from '../../ui/words.ts';
import { markNoticeRead, useNotices } from './notices-store.ts';
import './notices.css';

const icons = { notification: Bell, system: Info, error: CircleAlert, warning: TriangleAlert } as const;
const kindWords = {
  notification: 'Notification',
  system: 'System',
  error: 'Error',
  warning: 'Warning',
} as const;

export function NoticesPanel() {
  const notices = useNotices((state) => state.notices);
  const now = useNow(60_000);
  if (notices.length === 0) {
    return (
      <Empty icon={<Bell />} title="No notices">
        Mentions, system messages of the server and warnings of the workstation are kept here.
      </Empty>
    );
  }
  const unread = notices.filter((notice) => !notice.read).length;
  return (
    <div className="notices">
      <div className="notices-head">
        <span className="muted">{unread === 0 ? 'All read' : `${unread} unread`}</span>
        {unread === 0 ? null : (
          <Button look="quiet" onPress={() => void markNoticeRead(null)}>
            Mark all read
          </Button>
        )}
      </div>
      <ul>
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} now={now} />
        ))}
      </ul>
    </div>
  );
}

function NoticeRow({ notice, now }: { readonly notice: Notice; readonly now: number }) {
  const Icon = icons[notice.kind];
  return (
    <li className={`notice ${notice.kind} ${notice.priority} ${notice.read ? '' : 'unread'}`}>
      <Icon aria-hidden className="lucide" />
      <div>
        <p className="notice-title">{notice.title}</p>
        <p className="notice-text">{notice.text}</p>
        <p className="notice-foot">
          {kindWords[notice.kind]}
          {notice.priority === 'critical' || notice.priority === 'high'
            ? `, ${notice.priority} priority`
            : ''}{' '}
          ·{' '}
          <time dateTime={notice.createdAt} title={fullTime(notice.createdAt)}>
            {shortTime(notice.createdAt, now)}
          </time>
          {safeAddress(notice.actionUrl) === null ? null : (
            <a href={safeAddress(notice.actionUrl) ?? ''} target="_blank" rel="noreferrer noopener">
              Open
            </a>
          )}
          {notice.read ? null : (
            <button type="button" className="link" onClick={() => void markNoticeRead(notice.id)}>
              Mark read
            </button>
          )}
        </p>
      </div>
    </li>
  );
}

function safeAddress(address: string | null): string | null {
  return address !== null && /^https?:\/\//i.test(address) ? address : null;
}
