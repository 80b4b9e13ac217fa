// A map's figures in words.
import { expect, test } from 'vitest';
import {
  beyondWords,
  rangeWords,
  showMapValue,
} from '../../../src/renderer/features/engineering/map-words.ts';

const summary = { range: [0.8, 20] as const, areaMm2: 1000, beyondMm2: 123.4, silentMm2: 0 };

test('say how much is beyond the limit, in the unit of the person', () => {
  expect(beyondWords('thickness', summary, { limit: 1.5, unit: 'mm' })).toBe(
    '12.3 % (123.4 mm²) thinner than 1.5 mm',
  );
  expect(beyondWords('overhang', summary, { limit: 45, unit: 'in' })).toBe(
    '12.3 % (0.1913 in²) hangs over by more than 45°',
  );
  expect(beyondWords('draft', { ...summary, beyondMm2: 0.5 }, { limit: 1, unit: 'mm' })).toMatch(
    /^under 0.1 %/,
  );
  expect(beyondWords('draft', { ...summary, beyondMm2: 0 }, { limit: 1, unit: 'mm' })).toMatch(/^0 %/);
});

test('say what occurs', () => {
  expect(rangeWords('thickness', summary, 'mm')).toBe('0.8 mm to 20 mm');
  expect(rangeWords('draft', { ...summary, range: null }, 'mm')).toBe('nothing was found');
  expect(showMapValue('draft', -0.04, 'mm')).toBe('0°');
});
