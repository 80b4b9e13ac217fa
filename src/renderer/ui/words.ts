// Times, sizes and names of the wire as a person reads them.

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const dayWithYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const whole = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** `14:02`. */
export function clockTime(at: string | number): string {
  return format(time, at);
}

/** `21 Nov 2026, 14:02:11`. */
export function fullTime(at: string | number): string {
  return format(whole, at);
}

/** `Today`, `Yesterday`, `Tuesday 3 November`, `3 November 2025`. */
export function dayName(at: string, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return new Date(at).getFullYear() === new Date(now).getFullYear()
    ? format(day, at)
    : format(dayWithYear, at);
}

/** A time for a narrow column: the clock today, the day before that. */
export function shortTime(at: string, now: number): string {
  return daysBetween(at, now) === 0 ? clockTime(at) : format(shortDay, at);
}

/** `12 s`, `3 min`, `2 h`: how long until `at`, never negative. */
export function timeUntil(at: string, now: number): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(at) - now) / 1000));
  if (!Number.isFinite(seconds)) return 'soon';
  if (seconds < 90) return `${seconds} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

/** `640 B`, `24 kB`, `1.8 MB` (powers of ten). */
export function fileSize(bytes: number | null): string {
  if (bytes === null) return '';
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}

/** `3 files`, `1 file`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount.toLocaleString('en-GB')} ${amount === 1 ? one : many}`;
}

const known: Readonly<Record<string, string>> = {
  bom: 'Bill of materials',
  dfm_analysis: 'DFM analysis',
  cad_generation: 'CAD generation',
  tolerance_stackup: 'Tolerance stack-up',
  chat: 'Chat',
  haitch_chat: 'Ask Haitch',
  documentation: 'Document',
  idea: 'Idea',
  engineering: 'Engineering',
  pdf: 'PDF',
  excel: 'Excel',
};

/** `technical_specification` as `Technical specification`. */
export function asWords(wire: string): string {
  const plain = wire.replaceAll(/[_-]+/g, ' ').trim();
  return known[wire] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Markdown without its marks, for a line of preview. */
export function plainWords(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_`#>|]+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The first line of a text, at most `max` characters. */
export function firstWords(text: string, max = 120): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return line.length <= max ? line : `${line.slice(0, max - 1).trimEnd()}…`;
}

/** Two letters that stand for a person. */
export function initials(name: string): string {
  const parts = name.split(/[\s._@-]+/).filter((part) => part !== '');
  const letters =
    parts.length > 1 ? `${parts[0]?.[0] ?? ''}${parts[1]?.[0] ?? ''}` : (parts[0] ?? '?').slice(0, 2);
  return letters.toUpperCase();
}

function format(formatter: Intl.DateTimeFormat, at: string | number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? 'unknown time' : formatter.format(date);
}

function daysBetween(at: string, now: number): number {
  const then = new Date(at);
  const today = new Date(now);
  then.setHours(0, 0, 0, 0);
  today.setHours(0, 0, 0, 0);
  return Math.round((today.getTime() - then.getTime()) / 86_400_000);
}
