// The section's axis, place and side; shown while the model is cut.
import { FlipHorizontal2, X } from 'lucide-react';
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { IconButton } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import {
  hasFlatFacesOnly,
  type LengthUnit,
  middleSection,
  mmPer,
  type SectionAxis,
  sectionRange,
  showArea,
  showLength,
} from '../../viewer/index.ts';
import { setViewOptions, useViewOptions } from './view-options.ts';

const axes: readonly { id: SectionAxis; title: string }[] = [
  { id: 'x', title: 'X' },
  { id: 'y', title: 'Y' },
  { id: 'z', title: 'Z' },
];

export function SectionBar({ model, unit }: { readonly model: ModelMesh; readonly unit: LengthUnit }) {
  const { section, cut } = useViewOptions();
  if (section === null) return null;
  const [low, high] = sectionRange(model.box, section.axis);
  const about = hasFlatFacesOnly(model) ? '' : '≈ ';
  const move = (offsetMm: number): void => {
    if (Number.isFinite(offsetMm)) setViewOptions({ section: { ...section, offsetMm } });
  };
  return (
    <div className="section-bar" role="group" aria-label="Section plane">
      <Segmented
        label="Section axis"
        value={section.axis}
        segments={axes}
        onChange={(axis) => setViewOptions({ section: middleSection(model.box, axis) })}
      />
      <input
        type="range"
        aria-label="Section offset"
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
        aria-label={`Section offset in ${unit}`}
        step="any"
        value={Number((section.offsetMm / mmPer[unit]).toFixed(unit === 'mm' ? 3 : 4))}
        onChange={(event) => move(event.target.valueAsNumber * mmPer[unit])}
      />
      <span className="muted">{unit}</span>
      <IconButton
        label="Flip the section"
        icon={<FlipHorizontal2 aria-hidden />}
        onPress={() => setViewOptions({ section: { ...section, isFlipped: !section.isFlipped } })}
      />
      <IconButton
        label="End the section"
        icon={<X aria-hidden />}
        onPress={() => setViewOptions({ section: null })}
      />
      {cut === null ? null : (
        <output className="section-facts muted" aria-label="Cut face">
          {cut.areaMm2 === null ? 'open outline' : `Area ${about}${showArea(cut.areaMm2, unit)}`} · outline{' '}
          {about}
          {showLength(cut.lengthMm, unit)}
        </output>
      )}
    </div>
  );
}
