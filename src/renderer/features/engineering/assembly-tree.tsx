// The model's tree: names, what is shown, and the way to see one thing alone; the row of what is pointed at is marked.
import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight, Eye, EyeOff, Focus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import {
  isolateNode,
  partsBelow,
  shownState,
  toggleNode,
  type TreeRow,
  treeRows,
} from '../../viewer/index.ts';
import { setHidden } from './hiding.ts';
import { useViewOptions } from './view-options.ts';
import { shownViewer } from './viewer-handle.ts';

const rowHeight = 28;

export function AssemblyTree({ model }: { readonly model: ModelMesh }) {
  const { hoveredPart } = useViewOptions();
  const [query, setQuery] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => treeRows(model.tree, { closed, query }), [model, closed, query]);
  const pointed = hoveredPart === null ? -1 : rowOf(rows, hoveredPart);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.path ?? index,
    overscan: 8,
  });
  useEffect(() => {
    if (pointed >= 0) virtual.scrollToIndex(pointed, { align: 'auto' });
  }, [pointed, virtual]);
  const fold = (path: string): void => {
    const next = new Set(closed);
    if (!next.delete(path)) next.add(path);
    setClosed(next);
  };
  return (
    <>
      <TextField label="Find a part" value={query} onChange={setQuery} placeholder="Name" />
      {rows.length === 0 ? <p className="muted">No part has such a name.</p> : null}
      <ul className="assembly-tree" aria-label="Parts" ref={scroller} tabIndex={0}>
        <li aria-hidden style={{ height: `${virtual.getTotalSize()}px` }} />
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li key={row.path} className="tree-place" style={{ transform: `translateY(${start}px)` }}>
              <Row row={row} model={model} isPointed={index === pointed} onFold={() => fold(row.path)} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The row of a part; of the group that it is folded into when it has none. */
function rowOf(rows: readonly TreeRow[], part: number): number {
  const own = rows.findIndex(({ node }) => node.part === part);
  if (own >= 0) return own;
  return rows.findIndex(({ node, isOpen }) => isOpen === false && partsBelow(node).includes(part));
}

interface RowProps {
  readonly row: TreeRow;
  readonly model: ModelMesh;
  readonly isPointed: boolean;
  readonly onFold: () => void;
}

function Row({ row: { node, level, isOpen }, model, isPointed, onFold }: RowProps) {
  const { hidden } = useViewOptions();
  const shown = shownState(node, hidden);
  return (
    <div
      className={`tree-row ${shown} ${isPointed ? 'pointed' : ''}`}
      style={{ paddingInlineStart: `${level * 12}px` }}
      onPointerEnter={() => shownViewer()?.highlightParts(partsBelow(node))}
      onPointerLeave={() => shownViewer()?.highlightParts([])}
    >
      {isOpen === null ? (
        <span className="tree-gap" />
      ) : (
        <IconButton
          className="tree-fold"
          label={`${isOpen ? 'Fold' : 'Unfold'} ${node.name}`}
          icon={isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          onPress={onFold}
        />
      )}
      <IconButton
        label={`${shown === 'all' ? 'Hide' : 'Show'} ${node.name}`}
        icon={shown === 'none' ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        onPress={() => setHidden(toggleNode(node, hidden))}
      />
      <span className="one-line" title={node.name}>
        {node.name}
      </span>
      {shown === 'some' ? <span className="muted">partly</span> : null}
      <IconButton
        className="tree-isolate"
        label={`Show ${node.name} alone`}
        icon={<Focus aria-hidden />}
        onPress={() => setHidden(isolateNode(node, model.parts.length))}
      />
    </div>
  );
}
