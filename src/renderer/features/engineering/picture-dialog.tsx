// Asks how a picture of the model is to be: its size, its background, and whether dimensions are in it.
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { CheckBox, TextField } from '../../ui/field.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import type { PictureOptions } from '../../viewer/index.ts';
import { copyPicture, savePicture } from './pictures.ts';
import { setViewOptions, useViewOptions } from './view-options.ts';
import { shownViewer } from './viewer-handle.ts';

export function PictureDialog() {
  const { isPictureAsked } = useViewOptions();
  const close = (): void => setViewOptions({ isPictureAsked: false });
  return (
    <ModalDialog title="Picture of the model" isOpen={isPictureAsked} onClose={close}>
      <PictureForm onDone={close} />
    </ModalDialog>
  );
}

function PictureForm({ onDone }: { readonly onDone: () => void }) {
  const [[width, height], setSize] = useState(firstSize);
  const [isTransparent, setTransparent] = useState(true);
  const [hasDimensions, setDimensions] = useState(true);
  const [problem, setProblem] = useState<string>();
  const options: PictureOptions = {
    widthPx: Number(width),
    heightPx: Number(height),
    isTransparent,
    hasDimensions,
  };
  async function make(how: (asked: PictureOptions) => Promise<string | null>) {
    const fault = await how(options);
    if (fault === null) onDone();
    else setProblem(fault);
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void make(savePicture);
      }}
    >
      <div className="form-pair">
        <TextField
          label="Width, pixels"
          value={width}
          onChange={(next) => setSize([next, height])}
          autoFocus
        />
        <TextField label="Height, pixels" value={height} onChange={(next) => setSize([width, next])} />
      </div>
      {problem === undefined ? null : (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      <CheckBox label="Transparent background" isSelected={isTransparent} onChange={setTransparent} />
      <CheckBox label="Dimensions in the picture" isSelected={hasDimensions} onChange={setDimensions} />
      <div className="form-foot">
        <Button onPress={() => void make(copyPicture)}>Copy</Button>
        <Button look="primary" type="submit">
          Save as PNG
        </Button>
      </div>
    </form>
  );
}

/** Twice what is seen: sharp in print. */
function firstSize(): readonly [string, string] {
  const { widthPx, heightPx } = shownViewer()?.size ?? { widthPx: 800, heightPx: 600 };
  return [String(widthPx * 2), String(heightPx * 2)];
}
