// One run of the map worker, from the page's side.
import type { MapPart, MapRequest, PartMap } from '../../../cad/maps/compute-map.ts';
import type { MapReply, MapTask } from './map-worker.ts';

export interface MapListener {
  onProgress(fraction: number): void;
  onDone(maps: readonly PartMap[]): void;
  onFailed(reason: string): void;
}

/** Starts computing; the returned function stops it, and then nothing more is heard. */
export function runMap(parts: readonly MapPart[], request: MapRequest, listener: MapListener): () => void {
  const worker = new Worker(new URL('./map-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<MapReply>) => {
    if (data.type === 'progress') return listener.onProgress(data.fraction);
    worker.terminate();
    if (data.type === 'done') listener.onDone(data.maps);
    else listener.onFailed(data.reason);
  });
  worker.addEventListener('error', ({ message }) => {
    worker.terminate();
    listener.onFailed(message || 'the worker could not start');
  });
  const task: MapTask = {
    parts: parts.map(({ positions, normals, indices }) => ({ positions, normals, indices })),
    request,
  };
  worker.postMessage(task, []);
  return () => worker.terminate();
}
