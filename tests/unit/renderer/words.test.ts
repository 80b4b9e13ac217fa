// Times and sizes as a person reads them.
import { describe, expect, it } from 'vitest';
import { asWords, count, fileSize, firstWords, timeUntil } from '../../../src/renderer/ui/words.ts';

const now = Date.parse('2026-11-25T12:00:00Z');

describe('words', () => {
  it('says how long until, never less than nothing', () => {
    expect(timeUntil('2026-11-25T12:00:12Z', now)).toBe('12 s');
    expect(timeUntil('2026-11-25T12:03:00Z', now)).toBe('3 min');
    expect(timeUntil('2026-11-25T14:00:00Z', now)).toBe('2 h');
    expect(timeUntil('2026-11-25T11:00:00Z', now)).toBe('0 s');
    expect(timeUntil('not a time', now)).toBe('soon');
  });

  it('writes sizes in powers of ten, as SI prefixes mean', () => {
    expect([fileSize(640), fileSize(24_000), fileSize(1_800_000), fileSize(2_500_000_000)]).toEqual([
      '640 B',
      '24 kB',
      '1.8 MB',
      '2.50 GB',
    ]);
  });

  it('turns names of the wire into words and keeps those it does not know', () => {
    expect(asWords('technical_specification')).toBe('Technical specification');
    expect(asWords('bom')).toBe('Bill of materials');
    expect(count(1, 'file')).toBe('1 file');
    expect(count(10_000, 'file')).toBe('10,000 files');
    expect(firstWords('one\ntwo')).toBe('one');
  });
});
