// A strip of sheet bent by known angles, drawn as a profile and extruded along X: its flat length is a closed form.
import { draw, type Shape3D } from 'replicad';

export interface Strip {
  /** Straight pieces, mm; between two of them a bend by degrees, to the left where positive. */
  readonly pieces: readonly number[];
  readonly bends: readonly number[];
  readonly thickness: number;
  readonly radius: number;
  readonly width: number;
}

type Point = [number, number];
interface Step {
  readonly to: Point;
  readonly via: Point | null;
}

export function bentStrip({ pieces, bends, thickness, radius, width }: Strip): Shape3D {
  const right = side(0);
  const left = side(thickness);
  const [first] = right;
  const [last] = left.slice(-1);
  if (first === undefined || last === undefined) throw new Error('a strip has a piece');
  let pen = draw(first.to);
  for (const { to, via } of right.slice(1))
    pen = via === null ? pen.lineTo(to) : pen.threePointsArcTo(to, via);
  pen = pen.lineTo(last.to);
  for (let at = left.length - 1; at > 0; at -= 1) {
    const via = left[at]?.via ?? null;
    const to = left[at - 1]?.to ?? [0, 0];
    pen = via === null ? pen.lineTo(to) : pen.threePointsArcTo(to, via);
  }
  return pen.close().sketchOnPlane('YZ', 0).extrude(width) as Shape3D;

  /** One side of the strip, `offset` to the left of the right one. */
  function side(offset: number): Step[] {
    let [x, y, heading] = [0, 0, 0];
    const at = (): Point => [x - offset * Math.sin(heading), y + offset * Math.cos(heading)];
    const steps: Step[] = [{ to: at(), via: null }];
    pieces.forEach((long, index) => {
      x += long * Math.cos(heading);
      y += long * Math.sin(heading);
      steps.push({ to: at(), via: null });
      const angle = ((bends[index] ?? 0) * Math.PI) / 180;
      if (angle === 0) return;
      const turn = Math.sign(angle);
      const own = turn > 0 ? radius + thickness : radius;
      const [cx, cy] = [x - turn * own * Math.sin(heading), y + turn * own * Math.cos(heading)];
      const around = (share: number): void => {
        const to = heading + angle * share;
        [x, y] = [cx + turn * own * Math.sin(to), cy - turn * own * Math.cos(to)];
      };
      const start = heading;
      around(0.5);
      heading = start + angle / 2;
      const via = at();
      heading = start;
      around(1);
      heading = start + angle;
      steps.push({ to: at(), via });
    });
    return steps;
  }
}
