// Moves an entry within its room's lane: into the gap between its new neighbours, or, where there is none, by shifting those it passes.
import { placeStep, setPositions } from './entries.ts';
import type { Store } from './open-store.ts';
import { isPlaceTaken, lastPlace, neighbour, type Place, placesBetween } from './queue-pages.ts';

/** Tries for a free place before others are shifted; places of other rooms may be in the way. */
const mostTries = 64;

/** Moves `entry` before `target`, or to the end of the lane. The caller holds the transaction. */
export function moveInLane(
  store: Store,
  entry: Place & { readonly roomId: string },
  target: Place | null,
): void {
  const { messageId, roomId } = entry;
  const gap = gapBefore(store, roomId, target);
  const free = freePlaceIn(store, gap);
  if (free !== null) return setPositions(store, [{ messageId, position: free }]);
  shift(store, entry, target);
}

interface Gap {
  /** The places between which the entry belongs; both are taken. */
  readonly after: number;
  readonly before: number;
}

function gapBefore(store: Store, roomId: string, target: Place | null): Gap {
  if (target === null) {
    const after = lastPlace(store, roomId);
    return { after, before: after + 2 * placeStep };
  }
  const { position } = target;
  return { after: neighbour(store, roomId, { position, side: 'before' })?.position ?? 0, before: position };
}

function freePlaceIn(store: Store, { after, before }: Gap): number | null {
  const middle = Math.floor((after + before) / 2);
  const end = Math.min(before, middle + mostTries);
  for (let position = Math.max(middle, after + 1); position < end; position += 1) {
    if (!isPlaceTaken(store, position)) return position;
  }
  return null;
}

/** The entries between the old place and the new one each take the place of their neighbour. */
function shift(store: Store, entry: Place & { readonly roomId: string }, target: Place | null): void {
  const { roomId, position, messageId } = entry;
  const end = target?.position ?? lastPlace(store, roomId);
  const passed = placesBetween(store, roomId, Math.min(position, end), Math.max(position, end)).filter(
    (one) => one.messageId !== target?.messageId || end < position,
  );
  const others = passed.filter((one) => one.messageId !== messageId);
  const order = end < position ? [entry, ...others] : [...others, entry];
  setPositions(
    store,
    order.map((one, index) => ({
      messageId: one.messageId,
      position: passed[index]?.position ?? one.position,
    })),
  );
}
