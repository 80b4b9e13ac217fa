// The map of the shown model: computed in a worker, painted against a limit, asked for the value under the pointer.
import type { MapRequest } from '../../../cad/maps/compute-map.ts';
import { runMap } from '../maps/run-map.ts';
import { type MapSummary, summarise, valueNear } from '../model/map-scale.ts';
import type { Picked } from '../model/picked.ts';
import { MapLayer } from '../three/map-layer.ts';
import type { PartObject } from '../three/part-object.ts';
import type { Stage } from '../three/stage.ts';

/** How far a map is; each state carries only its own. */
export type MapState =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly fraction: number }
  | { readonly state: 'ready'; readonly summary: MapSummary }
  | { readonly state: 'failed'; readonly reason: string };

export class SurfaceMap {
  readonly layer = new MapLayer();
  readonly #stage: Stage;
  readonly #parts: () => readonly PartObject[];
  readonly #onChange: (state: MapState) => void;
  #request: MapRequest | null = null;
  #limit = 0;
  #stop: (() => void) | null = null;

  constructor(stage: Stage, parts: () => readonly PartObject[], onChange: (state: MapState) => void) {
    this.#stage = stage;
    this.#parts = parts;
    this.#onChange = onChange;
  }

  /** Computes and shows a map of the model, painted against `limit` (mm or degrees); what ran before is stopped. */
  show(request: MapRequest, limit: number): void {
    const parts = this.#parts();
    this.#end();
    this.#request = request;
    this.#limit = limit;
    this.#onChange({ state: 'running', fraction: 0 });
    this.#stop = runMap(
      parts.map(({ part }) => part),
      request,
      {
        onProgress: (fraction) => this.#onChange({ state: 'running', fraction }),
        onDone: (maps) => {
          this.#stop = null;
          this.layer.show(maps, parts);
          this.#paint();
        },
        onFailed: (reason) => {
          this.#stop = null;
          this.#onChange({ state: 'failed', reason: `The map could not be made: ${reason}.` });
        },
      },
    );
  }

  setLimit(limit: number): void {
    this.#limit = limit;
    if (this.layer.maps.length > 0) this.#paint();
  }

  #paint(): void {
    if (this.#request === null) return;
    const { kind } = this.#request;
    this.layer.paint(kind, this.#limit);
    this.#stage.invalidate();
    this.#onChange({ state: 'ready', summary: summarise(kind, this.layer.maps, this.#limit) });
  }

  /** The map's value where a face was picked, mm or degrees; null where there is no map or it says nothing. */
  valueAt(picked: Picked | null): number | null {
    if (picked?.kind !== 'face' || picked.triangle === undefined) return null;
    const map = this.layer.maps[picked.part];
    const value = map === undefined ? Number.NaN : valueNear(map, picked.triangle, picked.point);
    return Number.isNaN(value) ? null : value;
  }

  /** Takes the map away and stops what is running. */
  clear(): void {
    if (this.#request === null) return;
    this.#end();
    this.#request = null;
    this.#stage.invalidate();
    this.#onChange({ state: 'none' });
  }

  #end(): void {
    this.#stop?.();
    this.#stop = null;
    this.layer.clear();
  }
}
