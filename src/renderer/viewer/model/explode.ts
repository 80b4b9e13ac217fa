// An assembly taken apart level by level: first the groups, then what is in them.
import type { ModelMesh, TreeNode } from '../../../cad/mesh/part-mesh.ts';
import { partsBelow } from './visibility.ts';
import { add, scale, subtract, type Vector } from './vector.ts';

/** How far things move from the middle of their group, in multiples of their distance from it. */
const spread = 1.2;

/** How many levels of the tree fall apart into several things; 0 for a single part. */
export function explodeLevels(node: TreeNode): number {
  const below = node.children.length === 0 ? 0 : Math.max(...node.children.map(explodeLevels));
  return below + (node.children.length > 1 ? 1 : 0);
}

/**
 * How far every part is moved, mm. `amount` 1 takes the first level apart, 2 the second too, 0.5 the first half way.
 */
export function explodeOffsets({ parts, tree }: Pick<ModelMesh, 'parts' | 'tree'>, amount: number): Vector[] {
  const boxes = parts.map(({ positions }) => boxOf(positions));
  const offsets: Vector[] = parts.map(() => [0, 0, 0]);
  const visit = (node: TreeNode, level: number): void => {
    const isLevel = node.children.length > 1;
    const share = Math.min(1, Math.max(0, amount - level));
    const middle = middleOf(partsBelow(node).map((part) => boxes[part]));
    for (const child of node.children) {
      const below = partsBelow(child);
      if (isLevel && share > 0) {
        const away = scale(subtract(middleOf(below.map((part) => boxes[part])), middle), spread * share);
        for (const part of below) offsets[part] = add(offsets[part] ?? [0, 0, 0], away);
      }
      visit(child, isLevel ? level + 1 : level);
    }
  };
  visit(tree, 0);
  return offsets;
}

interface Extent {
  readonly min: Vector;
  readonly max: Vector;
}

function boxOf(positions: Float32Array): Extent {
  const [min, max] = [
    [Infinity, Infinity, Infinity],
    [-Infinity, -Infinity, -Infinity],
  ] as [[number, number, number], [number, number, number]];
  for (let at = 0; at < positions.length; at += 3) {
    for (const axis of [0, 1, 2] as const) {
      const value = positions[at + axis] ?? 0;
      min[axis] = Math.min(min[axis], value);
      max[axis] = Math.max(max[axis], value);
    }
  }
  return { min, max };
}

function middleOf(boxes: readonly (Extent | undefined)[]): Vector {
  const known = boxes.filter((box) => box !== undefined);
  if (known.length === 0) return [0, 0, 0];
  const along = (axis: 0 | 1 | 2): number =>
    (Math.min(...known.map(({ min }) => min[axis])) + Math.max(...known.map(({ max }) => max[axis]))) / 2;
  return [along(0), along(1), along(2)];
}
