// A PCB tray asked for with a board attached: the board's size and holes take the place of what would be assumed.
import type { Board } from '../../cad/board/board.ts';
import { checkBoardTray } from '../../cad/parts/board-tray.ts';
import { sizesOfThread, threadThrough } from '../../cad/parts/thread-sizes.ts';
import { chooseFamily } from '../../cad/understand/choose-family.ts';
import type { UnderstoodPart } from '../../cad/understand/understand-part.ts';
import type { Parameter } from '../../shared/protocol/engineering-response.ts';
import { awaitJob, type EngineeringParts, type EngineeringRequest } from './engineering-type.ts';
import { fieldRefusal } from './field-refusal.ts';

export interface AttachedBoard {
  readonly name: string;
  readonly board: Board;
}

/** The board file of a request for a tray, read; null when the request is for another part or brings none. */
export async function readAttachedBoard(
  request: EngineeringRequest,
  { kernel }: EngineeringParts,
): Promise<AttachedBoard | null> {
  const file = request.attached.find(({ name }) => /\.(?:dxf|kicad_pcb)$/i.test(name));
  if (file === undefined) return null;
  const { message, specifications = {} } = request.data;
  if (chooseFamily({ message, specifications })?.id !== 'pcb_tray') return null;
  const { path, name } = file;
  const board = await awaitJob(request, (options) => kernel.run('board', { path, name }, options));
  return { name, board };
}

/** The request's fields with those of the board; a size of another board is refused naming the field. */
export function withBoard(
  specifications: Readonly<Record<string, unknown>>,
  { name, board }: AttachedBoard,
): Record<string, unknown> {
  const size = { board_width: round(board.widthMm), board_depth: round(board.depthMm) };
  for (const [key, mm] of Object.entries(size)) {
    const said = specifications[key];
    if (said !== undefined && Math.abs(Number.parseFloat(String(said)) - mm) > 0.05)
      throw fieldRefusal(
        `specifications.${key}`,
        `is ${String(said).slice(0, 40)}, but the board of ${name} has ${mm} mm`,
      );
  }
  if (specifications['hole_inset'] !== undefined)
    throw fieldRefusal('specifications.hole_inset', `the standoffs stand at the holes of ${name}`);
  const thread = threadThrough(smallestHole(board));
  const inset = Math.min(
    ...board.holes.flatMap(({ x, y }) => [board.widthMm / 2 - Math.abs(x), board.depthMm / 2 - Math.abs(y)]),
  );
  // Only the family's own check reads it: it must pass for boards whose holes are not in the corners.
  const most = Math.min(board.widthMm, board.depthMm) / 2 - Math.max(6, 2.4 * sizesOfThread(thread).tapDrill);
  return {
    ...specifications,
    ...size,
    hole_inset: Math.max(1, Math.min(inset, most)),
    ...(specifications['thread'] === undefined ? { thread } : {}),
  };
}

/** The part with its board: standoffs that cannot stand are refused, and the parameters say where the figures are from. */
export function onBoard(
  understood: UnderstoodPart,
  { name, board }: AttachedBoard,
  isThreadSaid: boolean,
): UnderstoodPart {
  const { part } = understood;
  const [problem] = checkBoardTray(part.values, board);
  if (problem !== undefined) throw fieldRefusal(`specifications.${problem.field}`, problem.message);
  const ofBoard: Record<string, string | undefined> = {
    board_width: 'the outline',
    board_depth: 'the outline',
    ...(isThreadSaid
      ? {}
      : { thread: `the largest screw through its holes of Ø${round(smallestHole(board))} mm` }),
  };
  const parameters = understood.parameters
    .filter(({ name: parameter }) => parameter !== 'hole_inset')
    .map((parameter): Parameter => {
      const reason = ofBoard[parameter.name];
      return reason === undefined ? parameter : { ...parameter, origin: name, reason };
    });
  const plate = {
    name: 'plate_shape',
    value: "bounding rectangle of the board's outline",
    origin: 'assumed',
    reason: ['the plate is not cut along the outline itself', ...board.remarks].join('; '),
  };
  return {
    ...understood,
    part: { ...part, board },
    parameters: [...parameters, { name: 'standoffs', value: board.holes.length, origin: name }, plate],
  };
}

function smallestHole({ holes }: Board): number {
  return Math.min(...holes.map(({ diameterMm }) => diameterMm));
}

function round(mm: number): number {
  return Number(mm.toFixed(6));
}
