// Hands a dropped or chosen file to main: the bytes go by POST to the shell's own origin, never over the bridge.
import { type FileRef, fileRefSchema } from '../../shared/model/file.ts';
import { fail, type Result, succeed } from '../../shared/std/result.ts';
import { call } from './bridge.ts';

/** Stores `file` for a room. Fails with a sentence when it could not be stored completely. */
export async function uploadFile(roomId: string, file: File): Promise<Result<FileRef>> {
  const address = await call('files.uploadUrl', { roomId, name: file.name });
  if (!address.ok) return address;
  try {
    const answer = await fetch(address.value.url, { method: 'POST', body: file });
    if (!answer.ok) return fail('upload', await refusalOf(answer, file.name));
    const stored = fileRefSchema.safeParse(await answer.json());
    return stored.success
      ? succeed(stored.data)
      : fail('upload', `“${file.name}” was stored, but its record could not be read.`);
  } catch {
    return fail('upload', `“${file.name}” could not be read or stored. Attach it again.`);
  }
}

async function refusalOf(answer: Response, name: string): Promise<string> {
  const text = (await answer.text()).trim();
  const said = messageIn(text);
  return said === '' ? `“${name}” could not be stored (${answer.status}).` : `“${name}”: ${said}`;
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
