// The assembly tree: what hiding, showing and isolating make of parts and of the groups above them.
import { describe, expect, it } from 'vitest';
import type { TreeNode } from '../../../../src/cad/mesh/part-mesh.ts';
import {
  isolateNode,
  partsBelow,
  shownState,
  toggleNode,
} from '../../../../src/renderer/viewer/model/visibility.ts';

const leaf = (part: number): TreeNode => ({ name: `Part ${part}`, part, children: [] });
const group: TreeNode = { name: 'Group', part: null, children: [leaf(1), leaf(2)] };
const root: TreeNode = { name: 'All', part: null, children: [leaf(0), group, leaf(3)] };

describe('assembly tree', () => {
  it('tells all, some or none of each group', () => {
    const hidden = new Set([1]);
    expect([root, group, leaf(1), leaf(2)].map((node) => shownState(node, hidden))).toEqual([
      'some',
      'some',
      'none',
      'all',
    ]);
    expect(shownState(group, new Set([1, 2]))).toBe('none');
  });

  it('hides what is wholly shown, and shows what is partly or not shown', () => {
    const once = toggleNode(group, new Set());
    expect([...once]).toEqual([1, 2]);
    expect([...toggleNode(group, once)]).toEqual([]);
    expect([...toggleNode(group, new Set([2, 3]))]).toEqual([3]);
  });

  it('isolates by hiding every other part', () => {
    expect(partsBelow(root)).toEqual([0, 1, 2, 3]);
    expect([...isolateNode(group, 4)]).toEqual([0, 3]);
    expect([...isolateNode(root, 4)]).toEqual([]);
  });
});
