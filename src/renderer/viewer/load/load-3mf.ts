// 3MF: the file names its unit in the model part; three's loader does not apply it, so it is read and applied here.
import { strFromU8, unzipSync } from 'fflate';
import { Matrix4 } from 'three';
import { ThreeMFLoader } from 'three/addons/loaders/3MFLoader.js';
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { modelFromObject } from './from-object.ts';

/** Millimetres per unit of the 3MF core specification. */
const mmPer: Readonly<Record<string, number>> = {
  micron: 0.001,
  millimeter: 1,
  centimeter: 10,
  inch: 25.4,
  foot: 304.8,
  meter: 1000,
};

export function load3mf(bytes: ArrayBuffer, name: string): ModelMesh {
  const unit = unitOf(bytes);
  const scale = mmPer[unit];
  if (scale === undefined) throw new Error(`its unit "${unit}" is none that 3MF knows`);
  const object = new ThreeMFLoader().parse(bytes);
  const remarks = unit === 'millimeter' ? [] : [`Converted from the file's unit, ${unit}, to millimetres.`];
  return modelFromObject(object, {
    format: '3mf',
    name,
    toMm: new Matrix4().makeScale(scale, scale, scale),
    remarks,
  });
}

/** The unit of the root model part; millimetre where none is named, as the specification says. */
function unitOf(bytes: ArrayBuffer): string {
  const parts = unzipSync(new Uint8Array(bytes), {
    filter: ({ name }) => /^3D\/[^/]*\.model$/i.test(name),
  });
  for (const xml of Object.values(parts)) {
    const unit = /<model\b[^>]*?\bunit\s*=\s*["']([^"']*)["']/.exec(strFromU8(xml.subarray(0, 65_536)));
    if (unit?.[1] !== undefined) return unit[1];
  }
  return 'millimeter';
}
