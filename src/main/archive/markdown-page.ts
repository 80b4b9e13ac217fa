// What was said as HTML: the Markdown that people and Haitch write, everything else as text. Nothing of it can run or load.
import { escapeHtml } from './escape-html.ts';

const row = /^\s*\|(.*)\|\s*$/;
const divider = /^\s*\|?[\s:|-]*-[\s:|-]*\|[\s:|-]*$/;
const item = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/;
const heading = /^(#{1,6})\s+(.*)$/;

/** Headings, lists, tables, fenced code and paragraphs; inside of them bold, emphasis, code and links to the web. */
export function markdownToHtml(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const html: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const { length, block } = blockAt(lines, at);
    html.push(block);
    at += length;
  }
  return html.join('\n');
}

interface Block {
  /** Lines that it takes. */
  readonly length: number;
  readonly block: string;
}

function blockAt(lines: readonly string[], at: number): Block {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { length: 1, block: '' };
  if (line.startsWith('```')) return codeAt(lines, at);
  const head = heading.exec(line);
  if (head !== null) return { length: 1, block: `<p class="heading">${inline(head[2] ?? '')}</p>` };
  if (row.test(line) && divider.test(lines[at + 1] ?? '')) return tableAt(lines, at);
  if (item.test(line)) return listAt(lines, at);
  const length = countWhile(lines, at, (one) => one.trim() !== '' && !isBlockStart(one));
  const said = lines.slice(at, at + Math.max(1, length));
  return { length: said.length, block: `<p>${said.map(inline).join('<br>')}</p>` };
}

function isBlockStart(line: string): boolean {
  return line.startsWith('```') || heading.test(line) || item.test(line) || row.test(line);
}

function codeAt(lines: readonly string[], at: number): Block {
  const inside = countWhile(lines, at + 1, (line) => !line.startsWith('```'));
  const code = lines.slice(at + 1, at + 1 + inside).join('\n');
  return { length: Math.min(inside + 2, lines.length - at), block: `<pre>${escapeHtml(code)}</pre>` };
}

function tableAt(lines: readonly string[], at: number): Block {
  const length = countWhile(lines, at, (line) => row.test(line));
  const [head = '', , ...body] = lines.slice(at, at + length);
  const rowOf = (line: string, tag: 'th' | 'td'): string =>
    `<tr>${cellsOf(line)
      .map((cell) => `<${tag}>${inline(cell)}</${tag}>`)
      .join('')}</tr>`;
  const rows = body.map((line) => rowOf(line, 'td')).join('');
  return { length, block: `<table><thead>${rowOf(head, 'th')}</thead><tbody>${rows}</tbody></table>` };
}

function cellsOf(line: string): string[] {
  return (row.exec(line)?.[1] ?? '').split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function listAt(lines: readonly string[], at: number): Block {
  const length = countWhile(lines, at, (line) => item.test(line));
  const items = lines.slice(at, at + length).map((line) => `<li>${inline(item.exec(line)?.[1] ?? '')}</li>`);
  const tag = /^\s*\d/.test(lines[at] ?? '') ? 'ol' : 'ul';
  return { length, block: `<${tag}>${items.join('')}</${tag}>` };
}

function countWhile(lines: readonly string[], from: number, test: (line: string) => boolean): number {
  const end = lines.findIndex((line, index) => index >= from && !test(line));
  return (end < 0 ? lines.length : end) - from;
}

/** Code first: nothing in it means anything else. */
function inline(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((piece) =>
      /^`[^`]+`$/.test(piece)
        ? `<code>${escapeHtml(piece.slice(1, -1))}</code>`
        : emphasised(escapeHtml(piece)),
    )
    .join('');
}

function emphasised(html: string): string {
  return html
    .replace(/\[([^\]]+)\]\((https?:\/\/[^\s()]+)\)/g, '<a href="$2" rel="noreferrer">$1</a>')
    .replace(/\*\*(\S(?:[^*]*\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\w*])[*_](\S(?:[^*_]*\S)?)[*_](?![\w*])/g, '<em>$1</em>');
}
