// A hexagonal standoff with a core hole for its thread all through; axis along Z, flats to the left and right.
import { circleArea, type Family, length, readValues } from '../family.ts';
import { checkThread, sizesOfThread } from '../thread-sizes.ts';

export const hexStandoff: Family = {
  id: 'hex_standoff',
  title: 'Hex standoff',
  example: 'M3 hex standoff 25 mm long',
  called: /\bhex(?:agon(?:al)?)?[\s-]+(?:stand-?offs?|spacers?|pillars?|posts?)(?:[\s-]+spacers?)?\b/i,
  usualMaterial: { name: 'Brass CuZn39Pb3', reason: 'standoffs are usually turned from brass' },
  envelope: ['across_flats', 'length'],
  parameters: [
    length('thread', 'Thread', {
      isThread: true,
      min: 2,
      max: 36,
      words: ['thread'],
      assume: () => ({ value: 3, reason: 'M3, the usual thread for circuit boards' }),
    }),
    length('length', 'Length (Z)', { min: 1, max: 500, words: ['length', 'long', 'tall', 'high', 'height'] }),
    length('bore', 'Core hole', {
      min: 0.5,
      max: 90,
      words: ['bore', 'core hole'],
      assume: ({ thread }) => ({
        value: sizesOfThread(thread).tapDrill,
        reason: 'tap drill for this thread, ISO 2306; the thread itself is not modelled',
      }),
    }),
    length('across_flats', 'Width across flats', {
      min: 2,
      max: 100,
      words: ['across flats', 'across the flats', 'af', 'wide'],
      assume: ({ thread, bore = 0 }) => {
        const { acrossFlats } = sizesOfThread(thread);
        return bore + 1 <= acrossFlats
          ? { value: acrossFlats, reason: 'that of the nut for this thread, ISO 4032' }
          : { value: Math.ceil(bore * 1.4), reason: 'two fifths wider than the core hole' };
      },
    }),
  ],
  check(values) {
    const { thread, bore, across_flats: flats } = readValues(values, 'thread', 'bore', 'across_flats');
    if (checkThread(thread).length > 0) return checkThread(thread);
    if (thread + 0.5 < flats && bore + 0.5 < flats) return [];
    return [{ field: 'across_flats', message: `${flats} mm leaves no wall around an M${thread} thread` }];
  },
  volumeMm3(values) {
    const v = readValues(values, 'length', 'across_flats', 'bore');
    return ((Math.sqrt(3) / 2) * v.across_flats ** 2 - circleArea(v.bore)) * v.length;
  },
  boxMm(values) {
    const v = readValues(values, 'length', 'across_flats');
    return [v.across_flats, (2 / Math.sqrt(3)) * v.across_flats, v.length];
  },
};
