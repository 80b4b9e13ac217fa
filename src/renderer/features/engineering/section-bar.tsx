// The section planes while the model is cut: axis, place and side of each, and what it cuts.
import { FlipHorizontal2, Plus, SquareDashedMousePointer, X } from 'lucide-react';
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { type Segment, Segmented } from '../../ui/segmented.tsx';
import {
  hasFlatFacesOnly,
  type LengthUnit,
  mmPer,
  mostSections,
  type Section,
  type SectionKind,
  sectionRange,
  showArea,
  showLength,
} from '../../viewer/index.ts';
import { acrossAxis, addSection, changeSection, placeSection, removeSection } from './sections.ts';
import { useViewOptions } from './view-options.ts';
import { shownViewer } from './viewer-handle.ts';

const mainAxes: readonly Segment<SectionKind>[] = [
  { id: 'x', title: 'X' },
  { id: 'y', title: 'Y' },
  { id: 'z', title: 'Z' },
];
const placed: Readonly<Record<string, Segment<SectionKind>>> = {
  face: { id: 'face', title: 'Face' },
  axis: { id: 'axis', title: 'Axis' },
  edge: { id: 'edge', title: 'Edge' },
};

interface SectionBarProps {
  readonly model: ModelMesh;
  readonly unit: LengthUnit;
}

export function SectionBar({ model, unit }: SectionBarProps) {
  const { sections, selected } = useViewOptions();
  if (sections.length === 0) return null;
  const canPlace = selected.length > 0 && shownViewer()?.sectionFromChosen() != null;
  return (
    <div className="section-bar" role="group" aria-label="Section planes">
      {sections.map((section, index) => (
        <PlaneRow key={index} index={index} section={section} model={model} unit={unit} />
      ))}
      <div className="section-row">
        <Button look="quiet" isDisabled={sections.length >= mostSections} onPress={() => addSection(model)}>
          <Plus aria-hidden className="lucide" /> Add plane
        </Button>
        <Button look="quiet" isDisabled={!canPlace} onPress={placeSection}>
          <SquareDashedMousePointer aria-hidden className="lucide" /> Place on selection
        </Button>
      </div>
    </div>
  );
}

interface PlaneRowProps extends SectionBarProps {
  readonly index: number;
  readonly section: Section;
}

function PlaneRow({ index, section, model, unit }: PlaneRowProps) {
  const [low, high] = sectionRange(model.box, section);
  const number = index + 1;
  const own = placed[section.kind];
  const move = (offsetMm: number): void => {
    if (Number.isFinite(offsetMm)) changeSection(index, { offsetMm });
  };
  return (
    <div className="section-row" role="group" aria-label={`Plane ${number}`}>
      <Segmented
        label={`Axis of plane ${number}`}
        value={section.kind}
        segments={own === undefined ? mainAxes : [...mainAxes, own]}
        onChange={(kind) => {
          if (kind === 'x' || kind === 'y' || kind === 'z') changeSection(index, acrossAxis(model, kind));
        }}
      />
      <input
        type="range"
        aria-label={`Place of plane ${number}`}
        aria-valuetext={showLength(section.offsetMm, unit)}
        min={low}
        max={high}
        step={(high - low) / 400 || 0.01}
        value={section.offsetMm}
        onChange={(event) => move(event.target.valueAsNumber)}
      />
      <input
        type="number"
        className="mono section-offset"
        aria-label={`Offset of plane ${number} in ${unit}`}
        step="any"
        value={Number((section.offsetMm / mmPer[unit]).toFixed(unit === 'mm' ? 3 : 4))}
        onChange={(event) => move(event.target.valueAsNumber * mmPer[unit])}
      />
      <span className="muted">{unit}</span>
      <IconButton
        label={`Flip plane ${number}`}
        icon={<FlipHorizontal2 aria-hidden />}
        onPress={() => changeSection(index, { isFlipped: !section.isFlipped })}
      />
      <IconButton
        label={`Remove plane ${number}`}
        icon={<X aria-hidden />}
        onPress={() => removeSection(index)}
      />
      <CutFacts index={index} model={model} unit={unit} />
    </div>
  );
}

function CutFacts({ index, model, unit }: SectionBarProps & { readonly index: number }) {
  const cut = useViewOptions().cuts[index];
  if (cut === undefined) return null;
  const about = hasFlatFacesOnly(model) ? '' : '≈ ';
  const area = cut.areaMm2 === null ? 'open outline' : `Area ${about}${showArea(cut.areaMm2, unit)}`;
  return (
    <output className="section-facts muted" aria-label={`Cut face of plane ${index + 1}`}>
      {cut.lengthMm === 0
        ? 'cuts nothing here'
        : `${area} · perimeter ${about}${showLength(cut.lengthMm, unit)}`}
    </output>
  );
}
