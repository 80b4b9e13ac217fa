// The model's tree: names, what is shown, and the way to see one thing alone.
import { Eye, EyeOff, Focus } from 'lucide-react';
import type { ModelMesh, TreeNode } from '../../../cad/mesh/part-mesh.ts';
import { IconButton } from '../../ui/button.tsx';
import { isolateNode, partsBelow, shownState, toggleNode } from '../../viewer/index.ts';
import { setViewOptions, useViewOptions } from './view-options.ts';
import { shownViewer } from './viewer-handle.ts';

export function AssemblyTree({ model }: { readonly model: ModelMesh }) {
  return (
    <ul className="assembly-tree" aria-label="Parts">
      <Node node={model.tree} model={model} level={0} path="0" />
    </ul>
  );
}

interface NodeProps {
  readonly node: TreeNode;
  readonly model: ModelMesh;
  readonly level: number;
  readonly path: string;
}

function Node({ node, model, level, path }: NodeProps) {
  const { hidden } = useViewOptions();
  const shown = shownState(node, hidden);
  return (
    <li>
      <div
        className={`tree-row ${shown}`}
        style={{ paddingInlineStart: `${level * 14 + 4}px` }}
        onPointerEnter={() => shownViewer()?.highlightParts(partsBelow(node))}
        onPointerLeave={() => shownViewer()?.highlightParts([])}
      >
        <IconButton
          label={`${shown === 'all' ? 'Hide' : 'Show'} ${node.name}`}
          icon={shown === 'none' ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          onPress={() => setViewOptions({ hidden: toggleNode(node, hidden) })}
        />
        <span className="one-line">{node.name}</span>
        {shown === 'some' ? <span className="muted">partly</span> : null}
        <IconButton
          className="tree-isolate"
          label={`Show ${node.name} alone`}
          icon={<Focus aria-hidden />}
          onPress={() => setViewOptions({ hidden: isolateNode(node, model.parts.length) })}
        />
      </div>
      {node.children.length === 0 ? null : (
        <ul>
          {node.children.map((child, index) => (
            <Node
              key={`${path}.${index}`}
              node={child}
              model={model}
              level={level + 1}
              path={`${path}.${index}`}
            />
          ))}
        </ul>
      )}
    </li>
  );
}
