// The strips over the viewer: tools on the left, views and shading below.
import { Box, Maximize, MousePointer2, Ruler, Save, Scissors, ThermometerSun } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { namedViews, type Shading } from '../../viewer/index.ts';
import { setViewOptions, useViewOptions } from './view-options.ts';
import { toggleSections } from './sections.ts';
import { toggleMap } from './surface-maps.ts';
import { shownViewer } from './viewer-handle.ts';

const shadings: readonly { id: Shading; title: string }[] = [
  { id: 'shaded', title: 'Shaded' },
  { id: 'x-ray', title: 'X-ray' },
  { id: 'hidden', title: 'Lines' },
  { id: 'edges', title: 'Wire' },
];

export function ToolStrip({ model }: { readonly model: ModelMesh }) {
  const { tool, sections, map } = useViewOptions();
  return (
    <div className="tool-strip" role="toolbar" aria-label="Viewer tools" aria-orientation="vertical">
      <Tool
        label="Select"
        keys="S"
        isOn={tool === 'select'}
        icon={<MousePointer2 />}
        onPress={() => setViewOptions({ tool: 'select' })}
      />
      <Tool
        label="Measure"
        keys="M"
        isOn={tool === 'measure'}
        icon={<Ruler />}
        onPress={() => setViewOptions({ tool: 'measure' })}
      />
      <Tool
        label="Section"
        keys="X"
        isOn={sections.length > 0}
        icon={<Scissors />}
        onPress={() => toggleSections(model)}
      />
      <Tool
        label="Map of walls, overhang or draft"
        keys="T"
        isOn={map !== null}
        icon={<ThermometerSun />}
        onPress={toggleMap}
      />
      <Tool label="Save picture" icon={<Save />} onPress={() => setViewOptions({ isPictureAsked: true })} />
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly keys?: string;
  readonly isOn?: boolean;
  readonly onPress: () => void;
}

function Tool({ isOn, ...tool }: ToolProps) {
  return <IconButton placement="right" {...(isOn === undefined ? {} : { isPressed: isOn })} {...tool} />;
}

export function ViewStrip() {
  const { shading, isOrthographic } = useViewOptions();
  return (
    <div className="view-strip" role="toolbar" aria-label="Views">
      <IconButton
        label="Fit"
        keys="F"
        placement="top"
        icon={<Maximize />}
        onPress={() => shownViewer()?.fit()}
      />
      {namedViews.map(({ id, title, key }) => (
        <Button
          key={id}
          look="quiet"
          label={`${title} view (${key})`}
          onPress={() => shownViewer()?.look(id)}
        >
          {id === 'iso' ? 'Iso' : title}
        </Button>
      ))}
      <Segmented
        label="Shading"
        value={shading}
        segments={shadings}
        onChange={(next) => setViewOptions({ shading: next })}
      />
      <IconButton
        label={isOrthographic ? 'Parallel projection' : 'Perspective'}
        keys="P"
        placement="top"
        isPressed={isOrthographic}
        icon={<Box />}
        onPress={() => setViewOptions({ isOrthographic: !isOrthographic })}
      />
    </div>
  );
}
