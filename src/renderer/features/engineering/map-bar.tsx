// The map over the viewport: which, for which direction, its limit, legend and figures.
import { X } from 'lucide-react';
import { Button, IconButton } from '../../ui/button.tsx';
import { type Segment, Segmented } from '../../ui/segmented.tsx';
import { type LengthUnit, type MapKind, mmPer } from '../../viewer/index.ts';
import { MapLegend } from './map-legend.tsx';
import { beyondWords, rangeWords, showMapValue } from './map-words.ts';
import { endMap, faceNormalOf, type MapChoice, type MapDirection, showMap } from './surface-maps.ts';
import { useViewOptions } from './view-options.ts';

const kinds: readonly Segment<MapKind>[] = [
  { id: 'thickness', title: 'Walls' },
  { id: 'overhang', title: 'Overhang' },
  { id: 'draft', title: 'Draft' },
];
const directions: readonly MapDirection[] = ['+Z', '-Z', '+Y', '-Y', '+X', '-X'];
const highest: Readonly<Record<MapKind, number>> = { thickness: 10, overhang: 89, draft: 10 };

export function MapBar({ unit }: { readonly unit: LengthUnit }) {
  const { map } = useViewOptions();
  if (map === null) return null;
  return (
    <div className="section-bar map-bar" role="group" aria-label="Map of the surface">
      <div className="section-row">
        <Segmented
          label="Map"
          value={map.kind}
          segments={kinds}
          onChange={(kind) => showMap({ ...map, kind })}
        />
        <IconButton className="map-end" label="End the map" icon={<X aria-hidden />} onPress={endMap} />
      </div>
      {map.kind === 'thickness' ? null : <Direction map={map} />}
      <Limit map={map} unit={unit} />
      <Figures map={map} unit={unit} />
    </div>
  );
}

function Direction({ map }: { readonly map: MapChoice }) {
  const { selected } = useViewOptions();
  const faceNormal = faceNormalOf(selected) ?? map.faceNormal;
  return (
    <label className="section-row muted">
      {map.kind === 'overhang' ? 'Built along' : 'Pulled along'}
      <select
        value={map.direction}
        onChange={(event) => showMap({ ...map, direction: event.target.value as MapDirection, faceNormal })}
      >
        {directions.map((direction) => (
          <option key={direction} value={direction}>
            {direction.replace('-', '−')}
          </option>
        ))}
        <option value="face" disabled={faceNormal === null}>
          Chosen face
        </option>
      </select>
    </label>
  );
}

function Limit({ map, unit }: { readonly map: MapChoice; readonly unit: LengthUnit }) {
  const { kind, limits } = map;
  const limit = limits[kind];
  const per = kind === 'thickness' ? mmPer[unit] : 1;
  const change = (value: number): void => {
    if (Number.isFinite(value) && value >= 0) showMap({ ...map, limits: { ...limits, [kind]: value } });
  };
  return (
    <div className="section-row">
      <span className="muted">Limit</span>
      <input
        type="range"
        aria-label="Limit of the map"
        aria-valuetext={showMapValue(kind, limit, unit)}
        min={0}
        max={highest[kind]}
        step={highest[kind] / 200}
        value={limit}
        onChange={(event) => change(event.target.valueAsNumber)}
      />
      <input
        type="number"
        className="mono section-offset"
        aria-label={kind === 'thickness' ? `Limit in ${unit}` : 'Limit in degrees'}
        min={0}
        step="any"
        value={Number((limit / per).toFixed(3))}
        onChange={(event) => change(event.target.valueAsNumber * per)}
      />
      <span className="muted">{kind === 'thickness' ? unit : '°'}</span>
    </div>
  );
}

function Figures({ map, unit }: { readonly map: MapChoice; readonly unit: LengthUnit }) {
  const { mapState, probe } = useViewOptions();
  const { kind, limits } = map;
  switch (mapState.state) {
    case 'none':
      return null;
    case 'failed':
      return <p role="alert">{mapState.reason}</p>;
    case 'running': {
      const percent = Math.round(mapState.fraction * 100);
      return (
        <div className="section-row" role="status">
          <progress aria-label="Map" value={mapState.fraction} max={1} /> {percent} %
          <Button look="quiet" onPress={endMap}>
            Cancel
          </Button>
        </div>
      );
    }
    case 'ready': {
      const { summary } = mapState;
      return (
        <>
          <MapLegend kind={kind} limit={limits[kind]} range={summary.range} unit={unit} />
          <output className="section-facts" aria-label="Map figures">
            {beyondWords(kind, summary, { limit: limits[kind], unit })}
            <span className="muted"> · {rangeWords(kind, summary, unit)}</span>
          </output>
          <span className="section-facts muted">
            {probe === null ? 'Point at a face to read its value' : `Here ${showMapValue(kind, probe, unit)}`}
          </span>
        </>
      );
    }
  }
}
