// Which parts are shown, and what that makes of the groups above them.
import type { TreeNode } from '../../../cad/mesh/part-mesh.ts';

export type Shown = 'all' | 'some' | 'none';

/** Every part at or below a node. */
export function partsBelow(node: TreeNode): number[] {
  return [...(node.part === null ? [] : [node.part]), ...node.children.flatMap(partsBelow)];
}

/** Whether all, some or none of a node's parts are shown. */
export function shownState(node: TreeNode, hidden: ReadonlySet<number>): Shown {
  const parts = partsBelow(node);
  const gone = parts.filter((part) => hidden.has(part)).length;
  if (gone === 0) return 'all';
  return gone === parts.length ? 'none' : 'some';
}

/** The hidden parts after a node was switched: what was wholly shown is hidden, everything else is shown. */
export function toggleNode(node: TreeNode, hidden: ReadonlySet<number>): ReadonlySet<number> {
  const parts = partsBelow(node);
  const next = new Set(hidden);
  const hide = shownState(node, hidden) === 'all';
  for (const part of parts) {
    if (hide) next.add(part);
    else next.delete(part);
  }
  return next;
}

/** The hidden parts when only this node is to be seen. */
export function isolateNode(node: TreeNode, partCount: number): ReadonlySet<number> {
  const kept = new Set(partsBelow(node));
  return new Set(Array.from({ length: partCount }, (_, part) => part).filter((part) => !kept.has(part)));
}
