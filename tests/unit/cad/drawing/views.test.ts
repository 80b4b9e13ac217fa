// Views of a block that is known by construction: lengths of its visible and hidden lines, its holes, its sizes on paper.
import { afterAll, describe, expect, test } from 'vitest';
import { boundsOf } from '../../../../src/cad/drawing/bounds.ts';
import type { ProjectedView, ViewName } from '../../../../src/cad/drawing/projected-model.ts';
import { calloutOf, groupedFeatures, roundFeatures } from '../../../../src/cad/drawing/round-features.ts';
import { joined, uncovered } from '../../../../src/cad/drawing/tidy-lines.ts';
import { lengthOf } from '../../../../src/cad/drawing/dashes.ts';
import { pictureBlock, viewBlock } from '../../../../src/cad/drawing/view-block.ts';
import { drawCurve, frameOfBox } from '../../../../src/cad/drawing/view-frame.ts';
import { openKernelRig } from '../kernel-rig.ts';
import { projectSampleBlock, writeMoreSamples } from './sample-block.ts';

const rig = openKernelRig();
afterAll(() => rig[Symbol.asyncDispose]());
const model = await projectSampleBlock(rig);

function viewOf(name: ViewName, { views } = model): ProjectedView {
  const view = views.find((one) => one.view === name);
  if (view === undefined) throw new Error(`no ${name} view`);
  return view;
}

function lengths(name: ViewName, of = model): { visible: number; hidden: number } {
  const { visible, hidden } = viewOf(name, of);
  const frame = frameOfBox(name, of, 1);
  const seen = joined(visible);
  const sum = (curves: ReturnType<typeof joined>): number =>
    curves.reduce((total, curve) => total + lengthOf(drawCurve(frame, curve, 'VISIBLE')), 0);
  return { visible: sum(seen), hidden: sum(uncovered(hidden, seen)) };
}

describe('[P-DRAW-1] lines of a view have the length that one works out by hand', () => {
  test('from the front: the outline, and behind it the blind hole and the counterbored one', () => {
    // Blind: two sides of 8 and a bottom of 10. Counterbored: 2 × 5, a step of 11, 2 × 15.
    const { visible, hidden } = lengths('front');
    expect(visible).toBeCloseTo(2 * (60 + 20), 6);
    expect(hidden).toBeCloseTo(16 + 10 + 10 + 11 + 30, 6);
  });

  test('from the right the same, where lines of one hole lie over those of the other once', () => {
    const { visible, hidden } = lengths('right');
    expect(visible).toBeCloseTo(2 * (40 + 20), 6);
    expect(hidden).toBeCloseTo(16 + 10 + 10 + 11 + 30, 6);
  });

  test('from above: the outline and three circles, nothing hidden', () => {
    const { visible, hidden } = lengths('top');
    expect(visible).toBeCloseTo(2 * (60 + 40) + Math.PI * (10 + 6 + 11), 6);
    expect(hidden).toBe(0);
  });
});

describe('sizes on paper are those of the block at the scale', () => {
  test.each([
    ['front', 2, 60, 20],
    ['top', 0.5, 60, 40],
    ['right', 1, 40, 20],
  ] as const)('%s at %d', (name, factor, width, height) => {
    const block = viewBlock(model, viewOf(name), { factor, textMm: 3.5 });
    const outline = boundsOf(block.items.filter(({ layer }) => layer === 'VISIBLE'));
    expect(outline.left).toBeCloseTo(0, 6);
    expect(outline.bottom).toBeCloseTo(0, 6);
    expect(outline.right).toBeCloseTo(width * factor, 6);
    expect(outline.top).toBeCloseTo(height * factor, 6);
  });

  test('the isometric picture: (w + d) / √2 wide and (w + d + 2 h) / √6 high', () => {
    const { width, height } = pictureBlock(viewOf('isometric'), 1);
    expect(width).toBeCloseTo((60 + 40) / Math.SQRT2, 4);
    expect(height).toBeCloseTo((60 + 40 + 2 * 20) / Math.sqrt(6), 4);
  });
});

test('[P-DRAW-3] holes are told by number, diameter, depth and counterbore', () => {
  const callouts = groupedFeatures(roundFeatures(model)).map((group) => calloutOf(group, group.length));
  expect(callouts.toSorted()).toEqual(['Ø10 × 8 deep', 'Ø6, cbore Ø11 × 5 deep']);
  const words = viewBlock(model, viewOf('top'), { factor: 1, textMm: 3.5 }).items.flatMap((item) =>
    item.shape === 'text' ? [item.text] : [],
  );
  // Places from the lower left corner, which lies at (−30, −20): 15 and 40 to the right, 20 and 25 up.
  expect(words).toEqual(expect.arrayContaining(['Ø10 × 8 deep', '15', '40', '20', '25']));
});

describe('other models', () => {
  test('of two solids: one hides the other', async () => {
    const { pair: path } = await writeMoreSamples(rig.folder);
    const pair = await rig.kernel.run('project', { path, name: 'pair.brep' }).result;
    expect(pair).toMatchObject({ solidCount: 2, volumeMm3: expect.closeTo(1000 + 6000, 6) });
    // The outline of the larger one, and of the smaller one the three sides that are not on the base line; nothing else shows.
    expect(lengths('front', pair)).toEqual({
      visible: expect.closeTo(2 * (30 + 20) + 30, 6),
      hidden: 0,
    });
    // From the right the larger one is nearer in the picture and beside the other: both outlines.
    expect(lengths('right', pair).visible).toBeCloseTo(2 * (10 + 20) + 4 * 10, 6);
  });

  test('[P-DRAW-3] of a flange: its diameter once, its holes by their pitch circle, its countersink by diameter and angle', async () => {
    const { flange: path } = await writeMoreSamples(rig.folder);
    const flange = await rig.kernel.run('project', { path, name: 'flange.brep' }).result;
    const words = (['front', 'top', 'right'] as const).flatMap((name) =>
      viewBlock(flange, viewOf(name, flange), { factor: 1, textMm: 3.5 }).items.flatMap((item) =>
        item.shape === 'text' ? [item.text] : [],
      ),
    );
    expect(words.toSorted()).toEqual(['10', '6× Ø8 equally spaced on Ø80', 'Ø100', 'Ø20, csk Ø24 × 90°']);
  });
});
