// The block that stands where a whole section has nothing to say.
import type { Block } from '../document.ts';

/** A gap for a section without any fact. */
export const noneKnown = (what: string): Block[] => [
  { block: 'gap', text: `${what}: no part, file or decision of this room gives any.` },
];
