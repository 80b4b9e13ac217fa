// The standard views of CAD: from where the camera looks. X right, Y to the back, Z up; the front is seen from -Y.
import type { Vector } from './vector.ts';

export interface NamedView {
  readonly id: 'front' | 'back' | 'left' | 'right' | 'top' | 'bottom' | 'iso';
  readonly title: string;
  readonly key: string;
  /** From the model towards the camera. */
  readonly from: Vector;
}
export type ViewName = NamedView['id'];

export const namedViews: readonly NamedView[] = [
  { id: 'front', title: 'Front', key: '1', from: [0, -1, 0] },
  { id: 'back', title: 'Back', key: '2', from: [0, 1, 0] },
  { id: 'left', title: 'Left', key: '3', from: [-1, 0, 0] },
  { id: 'right', title: 'Right', key: '4', from: [1, 0, 0] },
  { id: 'top', title: 'Top', key: '5', from: [0, 0, 1] },
  { id: 'bottom', title: 'Bottom', key: '6', from: [0, 0, -1] },
  { id: 'iso', title: 'Isometric', key: '7', from: [1, -1, 1] },
];

export function viewDirection(name: ViewName): Vector {
  return namedViews.find(({ id }) => id === name)?.from ?? [1, -1, 1];
}
