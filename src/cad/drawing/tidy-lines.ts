// Lines of a view made one: what overlaps is joined, and what a visible line covers is not drawn as hidden.
import type { Curve } from './projected-model.ts';

type Path = Extract<Curve, { shape: 'path' }>;
type Arc = Extract<Curve, { shape: 'arc' }>;
type Span = readonly [number, number];

/** Lines nearer than this are one, mm or degrees. */
const same = 1e-3;

/** A straight line or a circle that pieces lie on, and the pieces along it. */
interface Track {
  readonly spans: Span[];
  /** On a circle 360 is where 0 is. */
  readonly isRound?: boolean;
  toCurve(span: Span): Curve;
}

/** Joins overlapping pieces of lines and circles; of equal polylines one stays. */
export function joined(curves: readonly Curve[]): Curve[] {
  return [...tracksOf(curves).values()].flatMap((track) => toCurves(track, union(track.spans)));
}

/** The joined `curves` without what lies under `covers`. */
export function uncovered(curves: readonly Curve[], covers: readonly Curve[]): Curve[] {
  const over = tracksOf(covers);
  return [...tracksOf(curves)].flatMap(([key, track]) =>
    toCurves(track, subtract(union(track.spans), union(over.get(key)?.spans ?? []))),
  );
}

/** Of a circle, the piece up to 360° and the one from 0° are one. */
function toCurves({ isRound = false, toCurve }: Track, spans: readonly Span[]): Curve[] {
  const [first, ...others] = spans;
  const last = others.at(-1);
  if (isRound && first !== undefined && last !== undefined && first[0] < same && last[1] > 360 - same)
    return [...others.slice(0, -1), [last[0], 360 + first[1]] as const].map(toCurve);
  return spans.map(toCurve);
}

function tracksOf(curves: readonly Curve[]): Map<string, Track> {
  const tracks = new Map<string, Track>();
  for (const curve of curves) {
    const { key, ...track } = trackOf(curve);
    const known = tracks.get(key);
    if (known === undefined) tracks.set(key, track);
    else known.spans.push(...track.spans);
  }
  return tracks;
}

function trackOf(curve: Curve): Track & { key: string } {
  if (curve.shape === 'arc') return arcTrack(curve);
  return curve.points.length === 2 ? lineTrack(curve) : pathTrack(curve);
}

/** A line by its angle (0° to 180°) and its distance from the origin; pieces are measured along it. */
function lineTrack({ points }: Path): Track & { key: string } {
  const [[x, y] = [0, 0], [u, v] = [0, 0]] = points;
  const turn = Math.atan2(v - y, u - x);
  const angle = turn < -1e-9 ? turn + Math.PI : turn >= Math.PI - 1e-9 ? turn - Math.PI : turn;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const offset = y * cos - x * sin;
  const ends = [x * cos + y * sin, u * cos + v * sin];
  return {
    key: `line ${Math.round((angle * 180) / Math.PI / same) + 0} ${Math.round(offset / same) + 0}`,
    spans: [[Math.min(...ends), Math.max(...ends)]],
    toCurve: ([from, to]) => ({
      shape: 'path',
      points: [from, to].map((at): [number, number] => [at * cos - offset * sin, at * sin + offset * cos]),
    }),
  };
}

/** Pieces are cut at 0°, so that they compare. */
function arcTrack({ center, radius, from, to }: Arc): Track & { key: string } {
  const start = ((from % 360) + 360) % 360;
  const end = start + (to - from);
  const spans: Span[] =
    end <= 360
      ? [[start, end]]
      : [
          [start, 360],
          [0, end - 360],
        ];
  return {
    key: `arc ${[...center, radius].map((value) => Math.round(value / same) + 0).join(' ')}`,
    spans,
    isRound: true,
    toCurve: ([low, high]) => ({ shape: 'arc', center, radius, from: low, to: high }),
  };
}

function pathTrack(path: Path): Track & { key: string } {
  const words = path.points.map((point) => point.map((value) => Math.round(value / 0.01) + 0).join(' '));
  const [forward, backward] = [words.join(' '), words.toReversed().join(' ')];
  return { key: `path ${forward < backward ? forward : backward}`, spans: [[0, 1]], toCurve: () => path };
}

function union(spans: readonly Span[]): Span[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1] + same) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Both are unions: sorted and apart. */
function subtract(spans: readonly Span[], covers: readonly Span[]): Span[] {
  return spans.flatMap((span) => {
    const rest: Span[] = [];
    let from = span[0];
    for (const [low, high] of covers) {
      if (high <= from || low >= span[1]) continue;
      if (low > from + same) rest.push([from, low]);
      from = high;
    }
    if (span[1] > from + same) rest.push([from, span[1]]);
    return rest;
  });
}
