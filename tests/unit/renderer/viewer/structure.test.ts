// Assemblies: taken apart by levels, coloured, searched; distances from the coordinates that the parts were made from.
import { describe, expect, it } from 'vitest';
import type { TreeNode } from '../../../../src/cad/mesh/part-mesh.ts';
import { explodeLevels, explodeOffsets } from '../../../../src/renderer/viewer/model/explode.ts';
import { partColors } from '../../../../src/renderer/viewer/model/part-colors.ts';
import { treeRows } from '../../../../src/renderer/viewer/model/tree-rows.ts';
import { boxPart } from './box-part.ts';

const leaf = (name: string, part: number): TreeNode => ({ name, part, children: [] });
const group = (name: string, ...children: TreeNode[]): TreeNode => ({ name, part: null, children });
/** Four cubes of 10 mm in a row along X; the last two are a group. */
const parts = [0, 10, 20, 30].map((x) => boxPart([x, 0, 0], [x + 10, 10, 10]));
const tree = group(
  'Pump',
  leaf('Housing', 0),
  leaf('Lid', 1),
  group('Wrapper', group('Screws', leaf('Screw M4', 2), leaf('Screw M5', 3))),
);

describe('taking apart', () => {
  const moved = (amount: number): number[] => explodeOffsets({ parts, tree }, amount).map(([x]) => x);

  it('has a level for every group of several things', () => {
    expect([explodeLevels(tree), explodeLevels(leaf('One', 0))]).toEqual([2, 0]);
  });

  it('moves things by 1.2 times their way from the middle of their group', () => {
    expect(moved(0)).toEqual([0, 0, 0, 0]);
    // The middle of all is at 20; of the parts at 5 and 15, of the screws together at 30.
    for (const [index, x] of [-18, -6, 12, 12].entries()) expect(moved(1)[index]).toBeCloseTo(x, 9);
    for (const [index, x] of [-9, -3, 6, 6].entries()) expect(moved(0.5)[index]).toBeCloseTo(x, 9);
    // Then the screws part from 30: by 1.2 · 5 each.
    for (const [index, x] of [-18, -6, 6, 18].entries()) expect(moved(2)[index]).toBeCloseTo(x, 9);
    expect(moved(9)).toEqual(moved(2));
  });
});

describe('colours', () => {
  const named = [
    { name: 'Screw', color: null },
    { name: 'Lid', color: [1, 0, 0] as const },
    { name: 'Screw', color: null },
  ];

  it('are those of the file, one per part, or one per name', () => {
    expect(partColors('file', named)).toEqual([null, [1, 0, 0], null]);
    const [a, b, c] = partColors('part', named);
    expect(new Set([a, b, c].map(String)).size).toBe(3);
    const [first, lid, second] = partColors('name', named);
    expect(first).toEqual(second);
    expect(first).not.toEqual(lid);
  });
});

describe('the tree as rows', () => {
  const names = (rows: ReturnType<typeof treeRows>): string[] => rows.map(({ node }) => node.name);

  it('leaves out what is folded', () => {
    const rows = treeRows(tree, { closed: new Set(['0.2']), query: '' });
    expect(names(rows)).toEqual(['Pump', 'Housing', 'Lid', 'Wrapper']);
    expect(rows.map(({ isOpen, level }) => [isOpen, level])).toEqual([
      [true, 0],
      [null, 1],
      [null, 1],
      [false, 1],
    ]);
  });

  it('finds every word in any letter case, with the groups around, folded or not', () => {
    const found = treeRows(tree, { closed: new Set(['0.2']), query: '  m5 SCREW ' });
    expect(names(found)).toEqual(['Pump', 'Wrapper', 'Screws', 'Screw M5']);
    expect(treeRows(tree, { closed: new Set(), query: 'gasket' })).toEqual([]);
  });
});
