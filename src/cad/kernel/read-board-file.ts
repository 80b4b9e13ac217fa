// A board file as a board: in the kernel's process, where a hostile file costs one request.
import { readFileSync, statSync } from 'node:fs';
import { type Board, boardOf, fault } from '../board/board.ts';
import { readDxf } from '../board/read-dxf.ts';
import { readKicad } from '../board/read-kicad.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import type { TaskInput } from '../process/kernel-tasks.ts';

/** Boards of a thousand parts with filled zones are below this. */
const mostBytes = 64 * 1024 * 1024;

/** Reads a DXF outline or a KiCad board by its name's ending. */
export async function readBoardFile(
  { path, name }: TaskInput<'board'>,
  progress: (stage: JobProgress) => void,
): Promise<Board> {
  progress({ stage: 'Reading the board', fraction: 0.1 });
  const { size } = statSync(path);
  if (size > mostBytes) throw fault(name, `is larger than ${mostBytes / 1024 / 1024} MB`);
  const text = new TextDecoder('utf-8').decode(readFileSync(path));
  return boardOf(/\.dxf$/i.test(name) ? readDxf(text, name) : readKicad(text, name), name);
}
