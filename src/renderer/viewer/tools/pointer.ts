// The pointer on the canvas: hovering when it rests or moves, pressing when it did not drag.
const dragPixels = 4;

export interface PointerListener {
  onHover(at: { x: number; y: number } | null): void;
  onPress(at: { x: number; y: number }, isAdding: boolean): void;
}

/** Listens until the returned function is called. Hovering is asked once a frame at most. */
export function followPointer(canvas: HTMLCanvasElement, listener: PointerListener): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let pressed: { x: number; y: number } | null = null;
  let frame = 0;
  const place = (event: PointerEvent): { x: number; y: number } => ({ x: event.offsetX, y: event.offsetY });
  canvas.addEventListener('pointerdown', (event) => (pressed = event.button === 0 ? place(event) : null), {
    signal,
  });
  canvas.addEventListener(
    'pointermove',
    (event) => {
      cancelAnimationFrame(frame);
      if (event.buttons !== 0) return;
      const at = place(event);
      frame = requestAnimationFrame(() => listener.onHover(at));
    },
    { signal },
  );
  canvas.addEventListener(
    'pointerup',
    (event) => {
      const from = pressed;
      pressed = null;
      const at = place(event);
      if (from !== null && Math.hypot(at.x - from.x, at.y - from.y) <= dragPixels)
        listener.onPress(at, event.shiftKey || event.ctrlKey || event.metaKey);
    },
    { signal },
  );
  canvas.addEventListener('pointerleave', () => listener.onHover(null), { signal });
  return () => {
    cancelAnimationFrame(frame);
    controller.abort();
  };
}
