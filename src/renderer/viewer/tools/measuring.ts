// Measuring in the viewport: the first end, the second, and the dimensions that stand on the model.
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { type Measurement, measureBetween } from '../model/measure.ts';
import type { Picked } from '../model/picked.ts';
import type { LengthUnit } from '../model/units.ts';
import type { Dimensions } from './dimensions.ts';

export class Measuring {
  readonly #dimensions: Dimensions;
  readonly #onChange: (measurements: readonly Measurement[]) => void;
  #unit: LengthUnit;
  #measurements: readonly Measurement[] = [];
  #firstEnd: Picked | null = null;
  #measured = 0;

  constructor(
    dimensions: Dimensions,
    unit: LengthUnit,
    onChange: (measurements: readonly Measurement[]) => void,
  ) {
    this.#dimensions = dimensions;
    this.#unit = unit;
    this.#onChange = onChange;
  }

  /** Takes an end; answers with what is to be shown as chosen. The second end makes a measurement. */
  take(model: ModelMesh, picked: Picked): readonly Picked[] {
    const first = this.#firstEnd;
    if (first === null) {
      this.#firstEnd = picked;
      return [picked];
    }
    this.#firstEnd = null;
    this.#measured += 1;
    this.#tell([...this.#measurements, measureBetween(model, [first, picked], `m${this.#measured}`)]);
    return [first, picked];
  }

  forgetFirstEnd(): void {
    this.#firstEnd = null;
  }

  setUnit(unit: LengthUnit): void {
    this.#unit = unit;
    this.#dimensions.show(this.#measurements, unit);
  }

  /** Calls a measurement so; an empty name takes its name away. */
  rename(id: string, name: string): void {
    this.#tell(this.#measurements.map((one) => (one.id === id ? { ...one, name: name.trim() } : one)));
  }

  /** Puts measurements back that were taken on this model before. */
  restore(measurements: readonly Measurement[]): void {
    const numbers = measurements.map(({ id }) => Number(id.slice(1))).filter(Number.isInteger);
    this.#measured = Math.max(this.#measured, ...numbers);
    this.#tell(measurements);
  }

  remove(id: string): void {
    this.#tell(this.#measurements.filter((measurement) => measurement.id !== id));
  }

  clear(): void {
    this.#firstEnd = null;
    this.#tell([]);
  }

  #tell(measurements: readonly Measurement[]): void {
    this.#measurements = measurements;
    this.#dimensions.show(measurements, this.#unit);
    this.#onChange(measurements);
  }
}
