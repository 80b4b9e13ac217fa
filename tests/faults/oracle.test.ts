// The oracle sees what it is there to see: planted losses, doubles, swaps, wrong rooms, missing bytes, damage.
import { describe, expect, test } from 'vitest';
import { judge, type Outcome, type SavedItem, type ServerItem } from './oracle.ts';

const saved: SavedItem[] = ['1', '2', '3'].map((id) => ({
  id,
  roomId: 'a',
  lane: 'chat',
  sha256: id === '2' ? 'hash' : null,
}));
const arrived: ServerItem[] = saved.map(({ id, roomId }) => ({ id, roomId, text: id, sha256s: ['hash'] }));
const well: Outcome = { saved, atServer: arrived, setAside: new Set(), integrity: 'ok' };

describe('the oracle', () => {
  test('is content when all arrived in order, and with what is visibly set aside', () => {
    expect(judge(well)).toEqual([]);
    expect(judge({ ...well, atServer: arrived.slice(1), setAside: new Set(['1']) })).toEqual([]);
  });

  test.each<[string, Partial<Outcome>, RegExp]>([
    ['[S-SAVED-2] a drop', { atServer: arrived.slice(0, 2) }, /^3 was saved in a and is nowhere/],
    ['[S-ONCE-1] a double', { atServer: [...arrived, ...arrived.slice(0, 1)] }, /the id "1" twice/],
    [
      '[S-ONCE-2] a double under another id',
      { atServer: [...arrived, ...arrived.slice(0, 1).map((item) => ({ ...item, id: '9' }))] },
      /the text "1" twice/,
    ],
    ['[S-ORDER-1] a swap', { atServer: arrived.toReversed() }, /another order/],
    ['a wrong room', { atServer: arrived.map((item) => ({ ...item, roomId: 'b' })) }, /arrived in b/],
    [
      '[S-UPLOAD-1] a lost attachment',
      { atServer: arrived.map((item) => ({ ...item, sha256s: [] })) },
      /^2 arrived without its attachment/,
    ],
    ['a damaged file', { integrity: 'row 1 missing' }, /row 1 missing/],
  ])('catches %s', (_name, change, words) => {
    expect(judge({ ...well, ...change }).join('\n')).toMatch(words);
  });
});
