// The graphics context can be taken away by the system; it comes back, and the picture with it.
import type { Stage } from './stage.ts';

/** Tells when the context is lost (true) and when it is back, until the returned function is called. */
export function watchContext(stage: Stage, tell: (isLost: boolean) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  stage.canvas.addEventListener(
    'webglcontextlost',
    (event) => {
      event.preventDefault();
      tell(true);
    },
    { signal },
  );
  stage.canvas.addEventListener(
    'webglcontextrestored',
    () => {
      tell(false);
      stage.invalidate();
    },
    { signal },
  );
  return () => listening.abort();
}
