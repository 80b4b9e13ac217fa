// The assembly tree as rows: what is unfolded, or what a search finds with the groups it is in.
import type { TreeNode } from '../../../cad/mesh/part-mesh.ts';

export interface TreeRow {
  readonly node: TreeNode;
  /** Where in the tree, such as `0.2.1`: unlike names, no two rows share one. */
  readonly path: string;
  readonly level: number;
  /** Whether its children are shown; null for what has none. */
  readonly isOpen: boolean | null;
}

/** Rows from the top. A search ignores what is folded and letter case, and wants every word in the name. */
export function treeRows(
  root: TreeNode,
  { closed, query }: { readonly closed: ReadonlySet<string>; readonly query: string },
): TreeRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = ({ name }: TreeNode): boolean => words.every((word) => name.toLowerCase().includes(word));
  const rowsOf = (node: TreeNode, path: string, level: number): TreeRow[] => {
    const isFolded = words.length === 0 && closed.has(path);
    const below = isFolded
      ? []
      : node.children.flatMap((child, index) => rowsOf(child, `${path}.${index}`, level + 1));
    if (words.length > 0 && below.length === 0 && !matches(node)) return [];
    const isOpen = node.children.length === 0 ? null : !isFolded;
    return [{ node, path, level, isOpen }, ...below];
  };
  return rowsOf(root, '0', 0);
}
