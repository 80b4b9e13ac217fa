// The dimensions that stand on the model, as a list: what each measures, and the way to take it away.
import { X } from 'lucide-react';
import { IconButton } from '../../ui/button.tsx';
import { labelOf, type LengthUnit, showLength } from '../../viewer/index.ts';
import { useViewOptions } from './view-options.ts';
import { shownViewer } from './viewer-handle.ts';

export function MeasurementList({ unit }: { readonly unit: LengthUnit }) {
  const { measurements } = useViewOptions();
  if (measurements.length === 0) return null;
  return (
    <section className="facts-section">
      <h3>Measurements</h3>
      <ul className="measurements">
        {measurements.map((measurement) => (
          <li key={measurement.id}>
            <span className="mono">{labelOf(measurement, unit)}</span>
            <span className="muted one-line">
              {measurement.what}
              {measurement.rimToRimMm === null
                ? ''
                : `, rim to rim ${showLength(measurement.rimToRimMm, unit)}`}
              {measurement.isExact ? '' : ', mesh estimate'}
            </span>
            <IconButton
              label={`Remove measurement ${labelOf(measurement, unit)}`}
              icon={<X aria-hidden />}
              onPress={() => shownViewer()?.measuring.remove(measurement.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
