// The room as one page for people: no scripts, nothing from elsewhere, attachments by their place in the archive.
import type { MessageRow } from '../store/messages.ts';
import { findEntry } from '../store/entries.ts';
import { filesOfMessage } from '../store/files.ts';
import type { Store } from '../store/open-store.ts';
import type { FileLine } from './archive-format.ts';
import { escapeHtml } from './escape-html.ts';
import { markdownToHtml } from './markdown-page.ts';
import { pageStyle } from './room-page-style.ts';

export interface PageSetup {
  readonly title: string;
  /** ISO 8601. */
  readonly exportedAt: string;
  readonly messages: Iterable<MessageRow>;
  readonly store: Store;
  readonly files: ReadonlyMap<string, FileLine>;
}

const pieceLength = 64 * 1024;
const kinds: Readonly<Partial<Record<MessageRow['kind'], string>>> = {
  haitch_chat: 'Question',
  idea: 'Idea request',
  documentation: 'Documentation request',
  engineering: 'Engineering request',
  unknown: 'Unknown frame',
};

/** The page in pieces, a day after the other. Times are UTC. */
export function* roomPage(setup: PageSetup): Generator<Uint8Array, void, undefined> {
  let text = headOf(setup);
  let day = '';
  for (const message of setup.messages) {
    const today = message.createdAt.slice(0, 10);
    if (today !== day) text += `<h2>${escapeHtml(today)}</h2>\n`;
    day = today;
    text += articleOf(message, setup);
    if (text.length < pieceLength) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (day === '') text += '<p class="note">Nothing was written in this room.</p>\n';
  yield Buffer.from(`${text}</main></body></html>\n`);
}

function headOf({ title, exportedAt }: PageSetup): string {
  const name = escapeHtml(title);
  const at = `${exportedAt.slice(0, 10)} ${exportedAt.slice(11, 16)} UTC`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${name}</title>
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:">
<style>${pageStyle}</style></head>
<body><main><header><h1>${name}</h1><p class="note">Exported ${at}. All times are UTC.</p></header>
`;
}

function articleOf(message: MessageRow, { store, files }: PageSetup): string {
  const kind = kinds[message.kind];
  const isUnsent = message.isOwn && findEntry(store, message.id) !== null;
  const classes = ['message', message.isOwn ? 'own' : '', message.kind === 'answer' ? 'answer' : ''];
  const attached = filesOfMessage(store, message.id).map(({ id, name }) => fileOf(name, files.get(id)));
  return `<article class="${classes.join(' ').trim()}">
<p class="head"><b>${escapeHtml(authorOf(message))}</b>${kind === undefined ? '' : ` <span class="kind">${kind}</span>`} <time datetime="${escapeHtml(message.createdAt)}">${escapeHtml(message.createdAt.slice(11, 16))}</time>${isUnsent ? ' <span class="unsent">Not sent yet</span>' : ''}</p>
<div class="text">${markdownToHtml(message.text)}</div>
${attached.length === 0 ? '' : `<ul class="files">${attached.join('')}</ul>\n`}</article>
`;
}

function fileOf(name: string, file: FileLine | undefined): string {
  const shown = escapeHtml(name);
  if (file === undefined || file.content === null) {
    return `<li>${shown} <span class="note">${escapeHtml(file?.reason ?? 'Its bytes are not in this archive.')}</span></li>`;
  }
  const address = file.content.path.split('/').map(encodeURIComponent).join('/');
  const isPicture = /^image\/(png|jpeg|gif|webp|svg\+xml)$/.test(file.media_type);
  const picture = isPicture ? `<img src="${address}" alt="" loading="lazy">` : '';
  return `<li><a href="${address}">${shown}</a> <span class="note">${sizeOf(file.content.size_bytes)}</span>${picture}</li>`;
}

function authorOf({ kind, authorId }: MessageRow): string {
  if (kind === 'answer') return 'Haitch';
  return kind === 'system' || kind === 'error' ? 'Server' : authorId;
}

function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}
