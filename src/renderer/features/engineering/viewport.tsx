// The viewer inside React: made with the element, told of changes, taken apart with it.
import { useEffect, useRef, useState } from 'react';
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { useTheme } from '../../platform/use-theme.ts';
import { describePicked, type LengthUnit, NoWebGl, type Picked, Viewer } from '../../viewer/index.ts';
import '../../viewer/viewer.css';
import { keepDimensions, keptDimensions } from './kept-dimensions.ts';
import { changeSection } from './sections.ts';
import { takeMapState } from './surface-maps.ts';
import { resetForModel, setViewOptions, useViewOptions } from './view-options.ts';
import { setShownViewer } from './viewer-handle.ts';

interface ViewportProps {
  readonly model: ModelMesh;
  /** Under which dimensions are kept. */
  readonly modelId: string;
  readonly unit: LengthUnit;
}

export function Viewport({ model, modelId, unit }: ViewportProps) {
  const host = useRef<HTMLDivElement>(null);
  const shownId = useRef<string | null>(null);
  const [viewer, setViewer] = useState<Viewer | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [hovered, setHovered] = useState<Picked | null>(null);
  const [isReady, setReady] = useState(false);
  const theme = useTheme();
  const options = useViewOptions();

  useEffect(() => {
    if (host.current === null) return undefined;
    try {
      const made = new Viewer(host.current, {
        theme,
        unit,
        onHover: (picked) => {
          setHovered(picked);
          setViewOptions({ hoveredPart: picked?.part ?? null });
        },
        onSelect: (selected) => setViewOptions({ selected }),
        onMeasure: (measurements) => {
          setViewOptions({ measurements });
          if (shownId.current !== null) keepDimensions(shownId.current, measurements);
        },
        onSection: (cuts) => setViewOptions({ cuts }),
        onMap: takeMapState,
        onProbe: (probe) => setViewOptions({ probe }),
        onSectionMoved: (index, offsetMm) => changeSection(index, { offsetMm }),
        onContextLost: (isLost) =>
          setFailure(
            isLost ? 'The graphics were reset by the system; the picture comes back by itself.' : null,
          ),
      });
      setViewer(made);
      setShownViewer(made);
      return () => {
        setShownViewer(null);
        shownId.current = null;
        made[Symbol.dispose]();
      };
    } catch (error) {
      setFailure(error instanceof NoWebGl ? error.message : `The viewer could not start: ${String(error)}`);
      return undefined;
    }
    // The viewer lives as long as its element; what changes later is told to it below.
  }, []);

  useEffect(() => {
    if (viewer === null) return;
    resetForModel();
    // While one model makes way for another nothing is kept: its dimensions leave the viewport, not the machine.
    shownId.current = null;
    viewer.show(model);
    viewer.measuring.restore(keptDimensions(modelId));
    shownId.current = modelId;
    setReady(true);
  }, [viewer, model]);
  useEffect(() => viewer?.setTheme(theme), [viewer, theme]);
  useEffect(() => viewer?.setUnit(unit), [viewer, unit]);
  useEffect(() => viewer?.setTool(options.tool), [viewer, options.tool]);
  useEffect(() => viewer?.setShading(options.shading), [viewer, options.shading]);
  useEffect(() => viewer?.setOrthographic(options.isOrthographic), [viewer, options.isOrthographic]);
  useEffect(() => viewer?.setSections(options.sections), [viewer, options.sections, model]);
  useEffect(() => viewer?.setColors(options.colors), [viewer, options.colors, model]);
  useEffect(() => viewer?.setExplosion(options.explosion), [viewer, options.explosion, model]);
  useEffect(() => viewer?.setHidden(options.hidden), [viewer, options.hidden, model]);

  const pointed = hovered ?? options.selected.at(-1) ?? null;
  const chosen = options.selected.length;
  const sum = chosen > 1 && hovered === null ? `${chosen} selected` : null;
  return (
    <div className="viewport" data-state={isReady && failure === null ? 'ready' : 'starting'}>
      <div className="viewer-host" ref={host} />
      {failure === null ? null : (
        <p className="viewport-failure" role="alert">
          {failure}
        </p>
      )}
      <output className="viewport-status one-line">
        {sum ?? (pointed === null ? hint(options.tool) : describePicked(model, pointed, unit))}
      </output>
    </div>
  );
}

function hint(tool: 'select' | 'measure'): string {
  return tool === 'measure'
    ? 'Press two vertices, circle centres, edges or faces to measure between them'
    : 'Drag to turn, right drag to move, wheel to zoom; press a face or an edge to select it';
}
