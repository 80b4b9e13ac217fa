// Boards of KiCad (.kicad_pcb, file format of KiCad 5 to 9): what lies on Edge.Cuts, and the mounting holes.
import { arcBounds, type BoardDrawing, fault, type Point, type Round } from './board.ts';
import { list, lists, type Node, numbers, readExpression, word } from './s-expression.ts';

const shapes = ['line', 'arc', 'circle', 'rect', 'poly', 'curve'] as const;
const kept = new Set(['footprint', 'module', ...shapes.map((shape) => `gr_${shape}`)]);

/** From a footprint's coordinates to those of the board; y goes down, angles counter-clockwise on the screen. */
type Place = (point: Point) => Point;

/** Reads the board; y is turned up. A `Refusal` when the text is no board. */
export function readKicad(text: string, name: string): BoardDrawing {
  const root = readExpression(text, (head) => kept.has(head));
  if (root === null || root[0] !== 'kicad_pcb')
    throw fault(name, 'is no readable KiCad board, or it is damaged');
  const footprints = lists(root, 'footprint', 'module');
  const graphics = [
    ...edges(root, 'gr', (point) => point),
    ...footprints.flatMap((footprint) => edges(footprint, 'fp', placeOf(footprint))),
  ];
  const [named, other] = [true, false].map((isMounting) =>
    footprints.filter((one) => isMountingHole(one) === isMounting).flatMap((one) => drills(one, isMounting)),
  );
  const cut = graphics.flatMap(({ round }) => (round === null ? [] : [round]));
  const holes = [...(named ?? []), ...cut];
  return {
    outline: graphics.flatMap(({ bounds }) => bounds.map(flip)),
    rounds: (holes.length > 0 ? holes : (other ?? [])).map(({ at, diameterMm }) => ({
      at: flip(at),
      diameterMm,
    })),
    remarks:
      holes.length > 0 ? [] : ['no footprint is a mounting hole by its name: its unplated holes were taken'],
  };
}

const flip = ([x, y]: Point): Point => [x, -y];

interface Edge {
  readonly bounds: readonly Point[];
  readonly round: Round | null;
}

function edges(node: readonly Node[], prefix: 'gr' | 'fp', place: Place): Edge[] {
  return shapes.flatMap((shape) =>
    lists(node, `${prefix}_${shape}`)
      .filter((item) => word(list(item, 'layer'), 1) === 'Edge.Cuts')
      .map((item) => edgeOf(shape, item, place)),
  );
}

function edgeOf(shape: (typeof shapes)[number], item: readonly Node[], place: Place): Edge {
  const point = (head: string): Point => {
    const [x = Number.NaN, y = Number.NaN] = numbers(list(item, head));
    return [x, y];
  };
  const plain = (bounds: readonly Point[]): Edge => ({ bounds: bounds.map(place), round: null });
  switch (shape) {
    case 'line':
      return plain([point('start'), point('end')]);
    case 'rect': {
      const [[a, b], [c, d]] = [point('start'), point('end')];
      return plain([
        [a, b],
        [c, b],
        [c, d],
        [a, d],
      ]);
    }
    case 'poly':
    case 'curve':
      return plain(
        lists(list(item, 'pts'), 'xy').map((xy): Point => {
          const [x = Number.NaN, y = Number.NaN] = numbers(xy);
          return [x, y];
        }),
      );
    case 'circle': {
      const center = place(point('center'));
      const end = place(point('end'));
      const radius = Math.hypot(end[0] - center[0], end[1] - center[1]);
      return {
        bounds: arcBounds(center, radius, { from: 0, sweep: 2 * Math.PI }),
        round: { at: center, diameterMm: 2 * radius },
      };
    }
    case 'arc':
      return { bounds: arcOf(item, point, place), round: null };
  }
}

/** Since KiCad 6 an arc has a middle; before, its start is the centre, its end where it begins, and an angle turns it. */
function arcOf(item: readonly Node[], point: (head: string) => Point, place: Place): Point[] {
  const [start, end] = [place(point('start')), place(point('end'))];
  if (list(item, 'mid').length === 0) {
    const [degrees = 0] = numbers(list(item, 'angle'));
    const radius = Math.hypot(end[0] - start[0], end[1] - start[1]);
    const from = Math.atan2(end[1] - start[1], end[0] - start[0]);
    return arcBounds(start, radius, { from, sweep: (degrees * Math.PI) / 180 });
  }
  const middle = place(point('mid'));
  const center = centerOf(start, middle, end);
  if (center === null) return [start, middle, end];
  const angle = ([x, y]: Point): number => Math.atan2(y - center[1], x - center[0]);
  const from = angle(start);
  const turn = (to: number): number => (((to - from) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
  const isForward = turn(angle(middle)) < turn(angle(end));
  const sweep = isForward ? turn(angle(end)) : turn(angle(end)) - 2 * Math.PI;
  return arcBounds(center, Math.hypot(start[0] - center[0], start[1] - center[1]), { from, sweep });
}

/** Of the circle through three points; null when they lie on a line. */
function centerOf([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): Point | null {
  const [ux, uy, vx, vy] = [bx - ax, by - ay, cx - ax, cy - ay];
  const twice = 2 * (ux * vy - uy * vx);
  if (Math.abs(twice) < 1e-12) return null;
  const [u, v] = [ux ** 2 + uy ** 2, vx ** 2 + vy ** 2];
  return [ax + (vy * u - uy * v) / twice, ay + (ux * v - vx * u) / twice];
}

function placeOf(footprint: readonly Node[]): Place {
  const [x = 0, y = 0, degrees = 0] = numbers(list(footprint, 'at'));
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return ([u, v]) => [x + u * cos + v * sin, y - u * sin + v * cos];
}

/** By the name of the library's footprint, or a reference such as H1 or MH2. */
function isMountingHole(footprint: readonly Node[]): boolean {
  const references = [
    ...lists(footprint, 'property')
      .filter((one) => word(one, 1) === 'Reference')
      .map((one) => word(one, 2)),
    ...lists(footprint, 'fp_text')
      .filter((one) => word(one, 1) === 'reference')
      .map((one) => word(one, 2)),
  ];
  return /mount|standoff/i.test(word(footprint, 1)) || references.some((one) => /^M?H\d+$/i.test(one));
}

/** Round drills: of mounting holes plated ones too. */
function drills(footprint: readonly Node[], withPlated: boolean): Round[] {
  const place = placeOf(footprint);
  return lists(footprint, 'pad').flatMap((pad) => {
    const kind = word(pad, 2);
    const [diameterMm = Number.NaN] = numbers(list(pad, 'drill'));
    if (kind !== 'np_thru_hole' && !(withPlated && kind === 'thru_hole')) return [];
    if (!Number.isFinite(diameterMm)) return [];
    const [x = 0, y = 0] = numbers(list(pad, 'at'));
    return [{ at: place([x, y]), diameterMm }];
  });
}
