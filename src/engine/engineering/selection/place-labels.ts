// Labels beside their points, none over another: each takes the first free place, near before far.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Label {
  readonly words: string;
  /** The point it belongs to. */
  readonly at: readonly [number, number];
  readonly width: number;
  readonly height: number;
}

export interface PlacedLabel extends Label {
  readonly box: Box;
  /** Whether a line must lead to the point. */
  readonly isAway: boolean;
}

const directions: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
];
const distances = [9, 22, 38, 58, 80];
const near = 9;

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Places labels in their order within `area`, clear of each other and of `points`; one for which there is no place is left out. */
export function placeLabels(
  labels: readonly Label[],
  points: readonly (readonly [number, number])[],
  area: Box,
): PlacedLabel[] {
  const taken: Box[] = points.map(([x, y]) => ({ x: x - 5, y: y - 5, width: 10, height: 10 }));
  const placed: PlacedLabel[] = [];
  for (const label of labels) {
    const found = distances
      .flatMap((distance) => directions.map((way) => ({ distance, box: boxAt(label, way, distance) })))
      .find(({ box }) => isInside(box, area) && !taken.some((one) => overlaps(box, one)));
    if (found === undefined) continue;
    taken.push(found.box);
    placed.push({ ...label, box: found.box, isAway: found.distance > near });
  }
  return placed;
}

function boxAt(
  { at: [x, y], width, height }: Label,
  [dx, dy]: readonly [number, number],
  distance: number,
): Box {
  const left = dx > 0 ? x + distance : dx < 0 ? x - distance - width : x - width / 2;
  const top = dy > 0 ? y + distance : dy < 0 ? y - distance - height : y - height / 2;
  return { x: left, y: top, width, height };
}

function isInside(box: Box, area: Box): boolean {
  return (
    box.x >= area.x &&
    box.y >= area.y &&
    box.x + box.width <= area.x + area.width &&
    box.y + box.height <= area.y + area.height
  );
}
