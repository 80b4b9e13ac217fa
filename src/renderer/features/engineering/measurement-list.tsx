// The dimensions that stand on the model, as a list: each has a name, says what it measures, and can be taken away.
import { X } from 'lucide-react';
import { IconButton } from '../../ui/button.tsx';
import { labelOf, type LengthUnit, type Measurement, showLength } from '../../viewer/index.ts';
import { useViewOptions } from './view-options.ts';
import { shownViewer } from './viewer-handle.ts';

export function MeasurementList({ unit }: { readonly unit: LengthUnit }) {
  const { measurements } = useViewOptions();
  if (measurements.length === 0) return null;
  return (
    <section className="facts-section">
      <h3>Dimensions</h3>
      <ul className="measurements" aria-label="Dimensions">
        {measurements.map((measurement) => (
          <li key={measurement.id}>
            <input
              className="measurement-name"
              aria-label={`Name of ${labelOf(measurement, unit)}`}
              placeholder="Name"
              defaultValue={measurement.name}
              onBlur={({ target }) => shownViewer()?.measuring.rename(measurement.id, target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.currentTarget.blur();
              }}
            />
            <span className="mono">{labelOf(measurement, unit)}</span>
            <IconButton
              label={`Remove ${labelOf(measurement, unit)}`}
              icon={<X aria-hidden />}
              onPress={() => shownViewer()?.measuring.remove(measurement.id)}
            />
            <span className="measurement-what muted">{explanation(measurement, unit)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function explanation({ what, rimToRimMm, isExact }: Measurement, unit: LengthUnit): string {
  const rims = rimToRimMm === null ? '' : `, rim to rim ${showLength(rimToRimMm, unit)}`;
  return `${what}${rims}${isExact ? '' : ', mesh estimate'}`;
}
