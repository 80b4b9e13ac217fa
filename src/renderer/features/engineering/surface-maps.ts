// What a person does with maps of the surface: begin, change kind, direction or limit, end. The viewer's map is told here.
import { type MapKind, type MapState, type Picked } from '../../viewer/index.ts';
import { setViewOptions, useViewOptions } from './view-options.ts';
import { shownViewer } from './viewer-handle.ts';

export type MapDirection = '+Z' | '-Z' | '+Y' | '-Y' | '+X' | '-X' | 'face';
type Triple = readonly [number, number, number];

export interface MapChoice {
  readonly kind: MapKind;
  /** Of the build or the pull; without meaning for walls. */
  readonly direction: MapDirection;
  /** The outward normal of the face that gave the direction. */
  readonly faceNormal: Triple | null;
  /** Of each kind, mm or degrees. */
  readonly limits: Readonly<Record<MapKind, number>>;
}

const directions: Readonly<Record<Exclude<MapDirection, 'face'>, Triple>> = {
  '+Z': [0, 0, 1],
  '-Z': [0, 0, -1],
  '+Y': [0, 1, 0],
  '-Y': [0, -1, 0],
  '+X': [1, 0, 0],
  '-X': [-1, 0, 0],
};

/** Walls of 1 mm for most printing, 45° as layers carry themselves, 1° as moulding guides ask at least. */
const firstChoice: MapChoice = {
  kind: 'thickness',
  direction: '+Z',
  faceNormal: null,
  limits: { thickness: 1, overhang: 45, draft: 1 },
};

/** Begins with the map that was shown last, or ends it. */
export function toggleMap(): void {
  const { map, lastMap } = useViewOptions.getState();
  if (map === null) showMap(lastMap ?? firstChoice);
  else endMap();
}

export function endMap(): void {
  shownViewer()?.map.clear();
  setViewOptions({ map: null, mapState: { state: 'none' } });
}

/** Shows a map; computing anew only what the change asks for. */
export function showMap(choice: MapChoice): void {
  const { map } = useViewOptions.getState();
  setViewOptions({ map: choice, lastMap: choice });
  const viewer = shownViewer();
  if (viewer === null) return;
  const limit = choice.limits[choice.kind];
  const isSame = map !== null && JSON.stringify(requestOf(map)) === JSON.stringify(requestOf(choice));
  if (isSame) viewer.map.setLimit(limit);
  else viewer.map.show(requestOf(choice), limit);
}

function requestOf({ kind, direction, faceNormal }: MapChoice) {
  if (kind === 'thickness') return { kind };
  const chosen = direction === 'face' ? faceNormal : directions[direction];
  return { kind, direction: chosen ?? directions['+Z'] };
}

/** The normal of the chosen flat face; null when none is chosen. */
export function faceNormalOf(selected: readonly Picked[]): Triple | null {
  const picked = selected.at(-1);
  return picked?.kind === 'face' ? picked.normal : null;
}

/** The viewer tells how far the map is. */
export function takeMapState(mapState: MapState): void {
  setViewOptions({ mapState });
}
