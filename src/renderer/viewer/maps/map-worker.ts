// The worker that computes a map; it is ended to cancel it.
import { computeMap, type MapPart, type MapRequest, type PartMap } from '../../../cad/maps/compute-map.ts';

export interface MapTask {
  readonly parts: readonly MapPart[];
  readonly request: MapRequest;
}
export type MapReply =
  | { readonly type: 'progress'; readonly fraction: number }
  | { readonly type: 'done'; readonly maps: readonly PartMap[] }
  | { readonly type: 'failed'; readonly reason: string };

/** The worker's own side of its channel; the page's types know only the window. */
interface WorkerScope {
  postMessage(reply: MapReply, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<MapTask>) => void): void;
}
const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('message', ({ data: { parts, request } }) => {
  try {
    const maps = computeMap(parts, request, (fraction) =>
      scope.postMessage({ type: 'progress', fraction }, []),
    );
    const buffers = maps.flatMap((map) =>
      [map.corners, map.normals, map.areas, map.firstOf, map.values].map(
        ({ buffer }) => buffer as ArrayBuffer,
      ),
    );
    scope.postMessage({ type: 'done', maps }, buffers);
  } catch (error) {
    scope.postMessage({ type: 'failed', reason: error instanceof Error ? error.message : String(error) }, []);
  }
});
