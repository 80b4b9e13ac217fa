// The structure of an assembly: its tree, colours that tell parts apart, and the slider that takes it apart.
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { Button } from '../../ui/button.tsx';
import { type Segment, Segmented } from '../../ui/segmented.tsx';
import { type ColorMode, explodeLevels } from '../../viewer/index.ts';
import { AssemblyTree } from './assembly-tree.tsx';
import { showAllParts, undoHiding } from './hiding.ts';
import { setViewOptions, useViewOptions } from './view-options.ts';

const modes: readonly Segment<ColorMode>[] = [
  { id: 'file', title: 'As made' },
  { id: 'part', title: 'By part' },
  { id: 'name', title: 'By name' },
];

export function StructurePanel({ model }: { readonly model: ModelMesh }) {
  const { colors, hidden, hiddenBefore } = useViewOptions();
  return (
    <section className="facts-section structure" aria-label="Structure">
      <h3>{model.parts.length} parts</h3>
      <Segmented
        label="Colours of the parts"
        value={colors}
        segments={modes}
        onChange={(next) => setViewOptions({ colors: next })}
      />
      <Explosion model={model} />
      <AssemblyTree model={model} />
      <div className="section-row">
        <Button look="quiet" isDisabled={hiddenBefore.length === 0} onPress={undoHiding}>
          Undo hiding
        </Button>
        <Button look="quiet" isDisabled={hidden.size === 0} onPress={showAllParts}>
          Show all
        </Button>
      </div>
    </section>
  );
}

function Explosion({ model }: { readonly model: ModelMesh }) {
  const { explosion, sections } = useViewOptions();
  const levels = explodeLevels(model.tree);
  if (levels === 0) return null;
  const words = explosion === 0 ? 'together' : `level ${Math.ceil(explosion)} of ${levels}`;
  return (
    <>
      <label className="explosion">
        <span>Take apart</span>
        <input
          type="range"
          min={0}
          max={levels}
          step={0.02}
          value={explosion}
          aria-valuetext={words}
          onChange={(event) => setViewOptions({ explosion: event.target.valueAsNumber })}
        />
        <span className="muted">{words}</span>
      </label>
      {explosion > 0 && sections.length > 0 ? (
        <p className="muted">The section comes back when the parts are together.</p>
      ) : null}
    </>
  );
}
