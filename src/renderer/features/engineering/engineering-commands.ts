// What a person can ask of the viewer; keyboard, palette and help read these records.
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import type { Command } from '../../ui/command.ts';
import { namedViews } from '../../viewer/index.ts';
import { useEngineering } from './engineering-store.ts';
import { hideChosen, isolateChosen, showAllParts, undoHiding } from './hiding.ts';
import { toggleSections } from './sections.ts';
import { toggleMap } from './surface-maps.ts';
import { copyView } from './pictures.ts';
import { setViewOptions, useViewOptions } from './view-options.ts';
import { shownViewer } from './viewer-handle.ts';

const isShown = (): boolean => shownViewer() !== null;

function command(
  id: string,
  title: string,
  { keys, inLists, run }: Pick<Command, 'keys' | 'inLists' | 'run'>,
): Command {
  return {
    id: `view.${id}`,
    title,
    group: 'View',
    ...(keys === undefined ? {} : { keys }),
    ...(inLists === undefined ? {} : { inLists }),
    isEnabled: isShown,
    run,
  };
}

function withModel(run: (model: ModelMesh) => void): void {
  const { opening } = useEngineering.getState();
  if (opening.state === 'ready') run(opening.model);
}

export const engineeringCommands: readonly Command[] = [
  command('fit', 'Fit model', { keys: 'F', run: () => shownViewer()?.fit() }),
  ...namedViews.map(({ id, title, key }) =>
    command(id, `${title} view`, { keys: key, inLists: true, run: () => shownViewer()?.look(id) }),
  ),
  command('select', 'Select', { keys: 'S', run: () => setViewOptions({ tool: 'select' }) }),
  command('measure', 'Measure', { keys: 'M', run: () => setViewOptions({ tool: 'measure' }) }),
  command('section', 'Section', { keys: 'X', run: () => withModel(toggleSections) }),
  command('map', 'Map of walls, overhang or draft', { keys: 'T', run: toggleMap }),
  command('hide', 'Hide the chosen part', { keys: 'H', run: hideChosen }),
  command('isolate', 'Show the chosen part alone', { keys: 'I', run: () => withModel(isolateChosen) }),
  command('unhide', 'Undo hiding', { keys: 'U', run: undoHiding }),
  command('show-all', 'Show all parts', { keys: 'A', run: showAllParts }),
  command('projection', 'Perspective or parallel projection', {
    keys: 'P',
    run: () => setViewOptions({ isOrthographic: !useViewOptions.getState().isOrthographic }),
  }),
  command('picture', 'Save picture of the model', { run: () => setViewOptions({ isPictureAsked: true }) }),
  command('copy', 'Copy view of the model', { run: () => void copyView() }),
];
