// A name from the wire made fit for any disk and any screen.

const longestName = 120;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Control characters and marks that reverse the reading direction, which can hide an extension. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** The last part of a path without anything a file system refuses or a reader is fooled by; `fallback` for nothing left. */
export function safeFileName(name: string, fallback = 'file'): string {
  const last = name.slice(-4096).replaceAll('\\', '/').split('/').at(-1) ?? '';
  const clean = last
    .replace(unseen, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (clean === '') return fallback;
  const short = shorten(clean);
  return reserved.test(short) ? `_${short}` : short;
}

/** Cuts in the middle of nothing: the extension stays. */
function shorten(name: string): string {
  const letters = Array.from(name);
  if (letters.length <= longestName) return name;
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  return `${letters.slice(0, longestName - extension.length).join('')}${extension}`;
}

/** The name with an extension: its own where it is known, else the given one. */
export function withExtension(name: string, extension: string | null): string {
  if (extension === null || name.toLowerCase().endsWith(`.${extension}`)) return name;
  return `${name}.${extension}`;
}
