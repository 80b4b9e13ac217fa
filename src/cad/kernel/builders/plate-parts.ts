// Builds gussets, trays, heat sinks and flanges.
import { draw, makeCylinder, type Shape3D } from 'replicad';
import { readValues } from '../../parts/family.ts';
import { innerRadius } from '../../parts/families/tray.ts';
import type { PartValues } from '../../parts/part-specification.ts';
import { roundedBlock } from './flat-plate.ts';
import { cutDisjoint } from './holes.ts';
import { buildRing } from './round-parts.ts';

export function buildGusset(values: PartValues): Shape3D {
  const v = readValues(values, 'base', 'height', 'thickness', 'corner_cut');
  const pen = draw([v.corner_cut, 0]).lineTo([v.base, 0]).lineTo([0, v.height]);
  const outline = v.corner_cut === 0 ? pen : pen.lineTo([0, v.corner_cut]);
  return outline.close().sketchOnPlane('XY').extrude(v.thickness) as Shape3D;
}

export function buildTray(values: PartValues): Shape3D {
  const v = readValues(values, 'width', 'depth', 'height', 'wall', 'floor', 'corner_radius');
  const block = roundedBlock([v.width, v.depth, v.height], v.corner_radius);
  const inside = [v.width - 2 * v.wall, v.depth - 2 * v.wall, v.height - v.floor + 1] as const;
  return block.cut(roundedBlock(inside, innerRadius(values)).translateZ(v.floor));
}

/** One comb-shaped profile in XZ, extruded along Y. */
export function buildHeatSink(values: PartValues): Shape3D {
  const v = readValues(values, 'width', 'length', 'height', 'base', 'fin_count', 'fin_thickness');
  const pitch = (v.width - v.fin_thickness) / (v.fin_count - 1);
  let pen = draw([v.width / 2, 0]);
  for (let fin = 0; fin < v.fin_count; fin += 1) {
    const right = v.width / 2 - fin * pitch;
    const left = right - v.fin_thickness;
    if (fin > 0) pen = pen.lineTo([right, v.base]);
    pen = pen.lineTo([right, v.height]).lineTo([left, v.height]);
    pen = fin === v.fin_count - 1 ? pen.lineTo([left, 0]) : pen.lineTo([left, v.base]);
  }
  return pen
    .close()
    .sketchOnPlane('XZ', -v.length / 2)
    .extrude(v.length) as Shape3D;
}

export function buildPipeFlange(values: PartValues): Shape3D {
  const v = readValues(
    values,
    'outer_diameter',
    'bore',
    'thickness',
    'hole_count',
    'hole_diameter',
    'bolt_circle',
  );
  const ring = buildRing({ outer: v.outer_diameter, bore: v.bore, height: v.thickness });
  const tools = Array.from({ length: v.hole_count }, (_, index) => {
    const angle = (2 * Math.PI * index) / v.hole_count;
    const [x, y] = [(v.bolt_circle / 2) * Math.cos(angle), (v.bolt_circle / 2) * Math.sin(angle)];
    return makeCylinder(v.hole_diameter / 2, v.thickness + 2, [x, y, -1], [0, 0, 1]);
  });
  return cutDisjoint(ring, tools);
}
