// What every built solid must pass: the kernel does not throw on impossible features, so it is asked afterwards.
import { getOC, measureVolume, type Shape3D } from 'replicad';
import { Refusal } from '../../shared/std/result.ts';

/** How far a volume may be from its closed form, relative: curved faces are exact in the B-rep. */
const exact = 1e-6;

/** Refuses an invalid or empty solid, naming the step that made it. Returns the volume, mm³. */
export function checkSolid(shape: Shape3D, step: string): number {
  const oc = getOC();
  const analyzer = new oc.BRepCheck_Analyzer(shape.wrapped, true, false);
  const valid = analyzer.IsValid();
  analyzer.delete();
  const volume = measureVolume(shape);
  if (valid && volume > 0) return volume;
  throw new Refusal('KERNEL', `The kernel made no valid solid while it ${step}; change the sizes involved.`);
}

/** Refuses a solid whose volume is not the closed form's: a wrong number must not leave. */
export function checkVolume(volume: number, expected: number, tolerance = exact): void {
  if (Math.abs(volume - expected) <= tolerance * Math.max(1, expected)) return;
  throw new Refusal(
    'KERNEL',
    `The kernel's volume (${volume.toFixed(2)} mm³) is not the calculated one (${expected.toFixed(2)} mm³); the part is not given out.`,
  );
}
