// The holes of a drawing as a table: one row per size and direction.
import type { ProjectedModel } from '../../cad/drawing/projected-model.ts';
import { calloutOf, groupedFeatures, isParallel, roundFeatures } from '../../cad/drawing/round-features.ts';
import type { ResultTable } from '../../shared/protocol/engineering-response.ts';

const axes = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] } as const;

/** Holes by size and axis; a stepped hole counts once. */
export function holeTable(model: ProjectedModel): ResultTable {
  const holes = roundFeatures(model).filter(({ isConcave }) => isConcave);
  const directions = [
    ...Object.entries(axes).map(([name, axis]) => ({ name, axis })),
    { name: 'oblique', axis: null },
  ];
  const rows = directions.flatMap(({ name, axis }) => {
    const along = holes.filter(({ steps: [main] }) => {
      if (main === undefined) return false;
      const own = Object.values(axes).find((one) => isParallel(main.axis, one));
      return axis === null ? own === undefined : own === axis;
    });
    return groupedFeatures(along).map((group) => ({
      callout: calloutOf(group, group.length),
      count: group.length,
      diameter: 2 * (group[0]?.steps[0]?.radiusMm ?? 0),
      axis: name,
    }));
  });
  return {
    title: 'Holes',
    columns: [
      { key: 'callout', title: 'Callout' },
      { key: 'count', title: 'Count' },
      { key: 'diameter', title: 'Diameter', unit: 'mm' },
      { key: 'axis', title: 'Axis' },
    ],
    rows,
  };
}
