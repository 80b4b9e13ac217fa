// Archives of rooms on their way out and in, each a job that can be watched and cancelled.
import type { AppInfo } from '../../shared/model/status.ts';
import { Refusal } from '../../shared/std/result.ts';
import type { RoomExport } from '../archive/export-room.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import type { ProfileSession } from '../session/profile-session-port.ts';
import { sendZip } from './send-zip.ts';
import type { Services } from './services.ts';

type ArchiveAnswers = Pick<Services, 'jobs' | 'info' | 'log'>;

/** This program as archives name it. */
export function programName({ version }: AppInfo): string {
  return `ProductFlo Workstation ${version}`;
}

/** Answers with the archive of a room, made at the pace of its reader. */
export function sendRoom(
  { jobs, info, log }: ArchiveAnswers,
  session: ProfileSession,
  roomId: string,
): Response {
  const room = session.exportRoom(roomId, programName(info));
  const stop = new AbortController();
  const job = jobs.start(`Export ${room.name}`, (reason) => stop.abort(new Refusal('CANCELLED', reason)));
  return sendZip(room.name, watched(room, job, stop.signal), {
    onDone: () => job.done(),
    onError: (error) => {
      job.failed(error);
      if (!stop.signal.aborted) log.error(`${room.name} was not exported: ${String(error)}`);
    },
    onCancel: () => job.failed(new Refusal('CANCELLED', 'The download was stopped.')),
  });
}

/** Makes a room from a posted archive and answers with what it brought. */
export async function takeRoom(
  { jobs }: ArchiveAnswers,
  session: ProfileSession,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Response> {
  const stop = new AbortController();
  const job = jobs.start('Import a room', (reason) => stop.abort(new Refusal('CANCELLED', reason)));
  try {
    const imported = await session.importRoom(untilStopped(bytes, stop.signal), (stage, fraction) => {
      stop.signal.throwIfAborted();
      job.progress(stage, fraction);
    });
    job.done();
    const status = imported.isNew ? 201 : 200;
    return Response.json(imported, { status, headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    job.failed(error);
    throw error;
  }
}

async function* untilStopped<T>(
  pieces: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T, void, undefined> {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield piece;
  }
}

/** The pieces of an export; the job moves by whole percents. */
async function* watched(
  { bytes, fileBytes }: RoomExport,
  job: JobHandle,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  let [written, told] = [0, -1];
  for await (const piece of untilStopped(bytes, signal)) {
    written += piece.length;
    const percent = fileBytes === 0 ? 0 : Math.min(99, Math.floor((100 * written) / fileBytes));
    if (percent > told) job.progress('Writing', fileBytes === 0 ? null : percent / 100);
    told = percent;
    yield piece;
  }
}
