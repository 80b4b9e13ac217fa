// Hands a dropped or chosen file to main: the bytes go by POST to the shell's own origin, never over the bridge.
import type { z } from 'zod';
import { type FileRef, fileRefSchema } from '../../shared/model/file.ts';
import { fail, type Result, succeed } from '../../shared/std/result.ts';
import { call } from './bridge.ts';

/** Stores `file` for a room. Fails with a sentence when it could not be stored completely. */
export async function uploadFile(roomId: string, file: File): Promise<Result<FileRef>> {
  const address = await call('files.uploadUrl', { roomId, name: file.name });
  if (!address.ok) return address;
  const stored = await postFile(address.value.url, file, fileRefSchema);
  return stored.ok ? stored : fail('upload', `“${file.name}”: ${stored.error.message}`);
}

/** Posts the bytes of `file` and reads the answer. Fails with the sentence of main, or one of our own. */
export async function postFile<T>(url: string, file: File, schema: z.ZodType<T>): Promise<Result<T>> {
  try {
    const answer = await fetch(url, { method: 'POST', body: file });
    if (!answer.ok) return fail('upload', await refusalOf(answer));
    const read = schema.safeParse(await answer.json());
    return read.success
      ? succeed(read.data)
      : fail('upload', 'It was stored, but its record could not be read.');
  } catch {
    return fail('upload', 'It could not be read or stored. Try it again.');
  }
}

async function refusalOf(answer: Response): Promise<string> {
  const said = messageIn((await answer.text()).trim());
  return said === '' ? `It could not be stored (${answer.status}).` : said;
}

function messageIn(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && 'message' in body) return String(body.message);
  } catch {
    return text.slice(0, 300);
  }
  return '';
}
