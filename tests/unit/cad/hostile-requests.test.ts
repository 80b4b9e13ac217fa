// Requests that mean harm, or are simply broken: each gets its sentence, whatever its size.
import { describe, expect, it } from 'vitest';
import { faultsOf, understand } from './understand-parts.ts';

const megabytes = (piece: string): string => piece.repeat(Math.ceil(5_000_000 / piece.length));
const runs: Record<string, string> = {
  digits: megabytes('1'),
  blanks: `plate${megabytes(' ')}100x80x5`,
  'digits and points': megabytes('1.'),
  'digits and blanks': megabytes('1 '),
  fractions: megabytes('1/'),
  sizes: `plate ${megabytes('1x')}`,
  'diameter signs': megabytes('Ø '),
  holes: `plate ${megabytes('hole ')}`,
  'words between': `plate 4 ${megabytes('mounting ')}`,
  'hole and commas': `plate hole ${megabytes(', ')}`,
  flats: megabytes('flat '),
  commas: megabytes('1,000,'),
};

describe('a text of five megabytes', () => {
  for (const [name, text] of Object.entries(runs)) {
    it(`is answered at once when it is made of ${name}`, { timeout: 5000 }, () => {
      expect(() => faultsOf(text)).not.toThrow();
      expect(() => faultsOf('plate 100x80x5', { dimensions: text })).not.toThrow();
      expect(() => faultsOf('plate 100x80x5', { wall: text, holes: text, material: text })).not.toThrow();
      expect(() => faultsOf('', { part: text })).not.toThrow();
    });
  }

  it('is read to its first 4000 characters, and says so', () => {
    const { unused } = understand(`flat plate 100x80x5 ${'and so on '.repeat(1000)}`);
    expect(unused.map(({ reason }) => reason)).toContain('only the first 4000 characters are read');
  });

  it('keeps the list of faults and remarks short', () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`odd_${index}`, index]));
    const [fault] = faultsOf('plate 100x80x5', many);
    expect(fault).toMatchObject({ field: 'specifications', kind: 'form' });
  });
});

describe('values that are none', () => {
  it.each([
    ['width', 'NaN'],
    ['width', NaN],
    ['width', Infinity],
    ['width', '1e309'],
    ['width', true],
    ['width', 'blue'],
    ['width', '1/0'],
    ['hole_count', 'many'],
    ['dimensions', 'large'],
    ['dimensions', { width: { toString: 1 } }],
    ['dimensions', [[1], [2], [3]]],
    ['holes', 'some'],
  ])('%s: %s is refused by its form', (key, value) => {
    const [fault] = faultsOf('flat plate', { width: 50, ...{ [key]: value } });
    expect(fault?.kind).toBe('form');
    expect(fault?.field).toContain(`specifications.${key}`);
  });

  it.each([
    ['width', -5],
    ['width', 0],
    ['width', 1e12],
    ['hole_count', 10_000],
    ['hole_count', 2.5],
    ['hole_count', -1],
    ['dimensions', '100x-80x5'],
    ['dimensions', '0x0x0'],
    ['dimensions', '1,200 x 80 x 5'],
    ['thickness', '1e9 m'],
    ['material', 'unobtainium'],
  ])('%s: %s is refused by its value', (key, value) => {
    const size = key === 'dimensions' ? {} : { dimensions: '100x80x5' };
    const [fault] = faultsOf('flat plate', key === 'width' ? { width: value } : { ...size, [key]: value });
    expect(fault?.kind).toBe('value');
    expect(fault?.field).toBe(`specifications.${key}`);
  });

  it('10,000 holes in the text are refused', () => {
    expect(faultsOf('flat plate 100x80x5 with 10000 holes 3 mm')[0]).toMatchObject({ field: 'message' });
  });

  it('keys of the prototype stay plain keys', () => {
    const hostile: Record<string, unknown> = JSON.parse(
      '{"__proto__":{"width":1},"constructor":5,"dimensions":"100x80x5","toString":"x"}',
    );
    const { part, unused } = understand('flat plate', hostile);
    expect(part.values).toMatchObject({ width: 100, depth: 80, thickness: 5 });
    expect(unused.map(({ text }) => text)).toContain('specifications.constructor: 5');
  });
});
