import { expect, test } from 'vitest';
import { oldPrints, type KeptPrint } from '../../../src/cards/compare-prints.ts';

const print = (hash: string, reviewed: string, ...front: string[]): KeptPrint => ({
  hash,
  reviewed,
  front: { zh: ['六步', ...front] },
  back: { zh: ['怎么说', '我来'] },
});
const now = (version: string, ...front: string[]) => ({
  version,
  reviewed: '2027-03-01',
  texts: { front: ['六步', ...front], back: ['怎么说', '我来'] },
});

test('a print that says what the card says now is not old', () => {
  expect(oldPrints([print('aaaa', '2026-11-20', '1 开场')], now('aaaa', '1 开场'), 'zh')).toEqual([]);
  expect(oldPrints([], now('aaaa', '1 开场'), 'zh')).toEqual([]);
});

test('an old print is told what changed, and since when', () => {
  const kept = [print('aaaa', '2026-11-20', '1 开场', '2 提问'), print('bbbb', '2027-01-05', '1 开场', '2 问清')];
  expect(oldPrints(kept, now('cccc', '1 开场', '2 问清', '3 听完'), 'zh')).toEqual([
    { version: 'bbbb', since: '2027-03-01', changes: [{ side: 'front', gone: [], added: ['3 听完'] }] },
    {
      version: 'aaaa',
      since: '2027-01-05',
      changes: [{ side: 'front', gone: ['2 提问'], added: ['2 问清', '3 听完'] }],
    },
  ]);
});

test('a change in the other language alone still makes a print old', () => {
  expect(oldPrints([print('aaaa', '2026-11-20', '1 开场')], now('bbbb', '1 开场'), 'zh')).toEqual([
    { version: 'aaaa', since: '2027-03-01', changes: [] },
  ]);
});
