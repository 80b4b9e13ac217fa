// Pictures of the model: saved as a file, or copied for another program.
import { reportFailure } from '../../platform/failure-store.ts';
import { Refusal } from '../../../shared/std/result.ts';
import type { PictureOptions } from '../../viewer/index.ts';
import { useEngineering } from './engineering-store.ts';
import { shownViewer } from './viewer-handle.ts';

/** Saves the present view as PNG; answers with what went wrong as a sentence, null when it is saved. */
export async function savePicture(options: PictureOptions): Promise<string | null> {
  const picture = await take(options);
  if (typeof picture === 'string') return picture;
  const { opening } = useEngineering.getState();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(picture);
  link.download = `${opening.state === 'none' ? 'view' : opening.name.replace(/\.\w+$/, '')}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return null;
}

/** Copies the present view as PNG; answers like `savePicture`. */
export async function copyPicture(options: PictureOptions): Promise<string | null> {
  const picture = await take(options);
  if (typeof picture === 'string') return picture;
  try {
    await navigator.clipboard.write([new ClipboardItem({ [picture.type]: picture })]);
    return null;
  } catch {
    return 'The picture could not be copied: the system did not allow it. Save it instead.';
  }
}

/** Copies what is seen, as large as it is seen. */
export async function copyView(): Promise<void> {
  const viewer = shownViewer();
  if (viewer === null) return;
  const scale = Math.min(devicePixelRatio, 2);
  const { widthPx, heightPx } = viewer.size;
  const fault = await copyPicture({
    widthPx: Math.round(widthPx * scale),
    heightPx: Math.round(heightPx * scale),
    isTransparent: false,
    hasDimensions: true,
  });
  if (fault !== null) reportFailure({ code: 'PICTURE', message: fault });
}

async function take(options: PictureOptions): Promise<Blob | string> {
  try {
    const viewer = shownViewer();
    return viewer === null ? 'There is no model to take a picture of.' : await viewer.picture(options);
  } catch (error) {
    return error instanceof Refusal ? error.message : `The picture could not be made: ${String(error)}.`;
  }
}
