// What is under the pointer, in words and numbers: type, radius, area, length.
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { edgeOf, faceOf, type Picked } from './picked.ts';
import { type LengthUnit, showArea, showLength } from './units.ts';

/** One line for the status of the viewer, such as `Cylinder · radius 2.25 mm · 42.41 mm² · Wall-mount bracket`. */
export function describePicked(model: ModelMesh, picked: Picked, unit: LengthUnit): string {
  const part = model.parts[picked.part]?.name ?? 'Part';
  return [...factsOf(model, picked, unit), part].join(' · ');
}

function factsOf(model: ModelMesh, picked: Picked, unit: LengthUnit): string[] {
  if (picked.kind === 'cut') return ['Cut face', place(picked.point, unit)];
  if (picked.kind === 'vertex') return ['Vertex', place(picked.point, unit)];
  if (picked.kind === 'face') {
    const face = faceOf(model, picked);
    if (face === null || face.type === 'unknown') return ['Face (mesh)', place(picked.point, unit)];
    return [
      capital(face.type),
      ...(face.radiusMm === null ? [] : [`radius ${showLength(face.radiusMm, unit)}`]),
      ...(face.areaMm2 === null ? [] : [showArea(face.areaMm2, unit)]),
    ];
  }
  const edge = edgeOf(model, picked);
  if (edge === null || edge.type === 'unknown') return ['Edge (mesh)', place(picked.point, unit)];
  return [
    picked.kind === 'centre' ? 'Centre of circle' : capital(edge.type),
    ...(edge.radiusMm === null ? [] : [`radius ${showLength(edge.radiusMm, unit)}`]),
    ...(edge.lengthMm === null ? [] : [`length ${showLength(edge.lengthMm, unit)}`]),
  ];
}

function place(point: readonly number[], unit: LengthUnit): string {
  return `(${point.map((mm) => showLength(mm, unit).replace(/ \w+$/, '')).join(', ')}) ${unit}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
