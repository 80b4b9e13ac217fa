// Text files for the eye: the beginning, in whatever Unicode encoding they are, cut between characters.
import { open } from 'node:fs/promises';
import type { Preview } from '../../shared/model/file.ts';
import type { PreviewSource } from './preview-file.ts';

/** Most bytes that are shown. */
const mostBytes = 512 * 1024;

/** The text and whether there is more of it; null when the bytes are no text. */
export async function readText(
  path: string,
  limitBytes = mostBytes,
): Promise<{ text: string; truncated: boolean } | null> {
  const { buffer, bytesRead, size } = await readBeginning(path, limitBytes);
  const bytes = buffer.subarray(0, bytesRead);
  const truncated = size > bytesRead;
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && bytes.includes(0)) return null;
  return { text: decode(bytes, encoding, truncated), truncated };
}

/** A preview of Markdown or plain text. */
export async function previewText(source: PreviewSource, kind: 'markdown' | 'text'): Promise<Preview> {
  const read = await readText(source.path);
  if (read === null) {
    return { kind: 'none', reason: `${source.file.name} is damaged, or no text: it holds binary bytes.` };
  }
  if (kind === 'text') return { kind, ...read };
  const more = read.truncated ? '\n\n*The file goes on; only its beginning is shown.*\n' : '';
  return { kind, text: read.text + more };
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Bytes that are no UTF-8 are read as Windows-1252, as older instruments and spreadsheets write. */
function decode(bytes: Uint8Array, encoding: string, truncated: boolean): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: truncated });
  } catch {
    return new TextDecoder(encoding === 'utf-8' ? 'windows-1252' : encoding).decode(bytes);
  }
}

/** The first bytes of a file, at most `limitBytes`, and its whole size. */
export async function readBeginning(
  path: string,
  limitBytes: number,
): Promise<{ buffer: Buffer; bytesRead: number; size: number }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, limitBytes);
    return { ...(await file.read(Buffer.alloc(length), 0, length, 0)), size };
  } finally {
    await file.close();
  }
}
