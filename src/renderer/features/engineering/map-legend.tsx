// The legend of a map: its colours over the values that occur, and where the limit lies.
import { type LengthUnit, type MapKind, mapColor, type MapSummary } from '../../viewer/index.ts';
import { showMapValue } from './map-words.ts';

interface MapLegendProps {
  readonly kind: MapKind;
  readonly limit: number;
  readonly range: MapSummary['range'];
  readonly unit: LengthUnit;
}

const steps = 60;

export function MapLegend({ kind, limit, range, unit }: MapLegendProps) {
  const [low, high] = scaleOf(kind, limit, range);
  const colors = Array.from({ length: steps }, (_, step) => {
    const color = mapColor(kind, low + ((step + 0.5) / steps) * (high - low), limit);
    const css = `rgb(${color.map((part) => Math.round(part * 255)).join(' ')})`;
    return `${css} ${(step / steps) * 100}% ${((step + 1) / steps) * 100}%`;
  });
  const place = ((limit - low) / (high - low)) * 100;
  return (
    <div className="map-legend" aria-hidden>
      <div className="map-colors" style={{ background: `linear-gradient(to right, ${colors.join(', ')})` }}>
        {place > 0 && place < 100 ? <span className="map-limit" style={{ left: `${place}%` }} /> : null}
      </div>
      <span className="mono">{showMapValue(kind, low, unit)}</span>
      <span className="mono">{showMapValue(kind, high, unit)}</span>
    </div>
  );
}

/** What the legend spans: from nothing to well over the limit for walls, all that occurs for angles. */
function scaleOf(kind: MapKind, limit: number, range: MapSummary['range']): readonly [number, number] {
  if (kind === 'thickness') return [0, Math.max(limit * 2, Math.min(range?.[1] ?? 0, limit * 4), 1e-6)];
  const reach = kind === 'overhang' ? 90 : Math.max(5, limit * 2);
  return [kind === 'overhang' ? 0 : -reach, reach];
}
