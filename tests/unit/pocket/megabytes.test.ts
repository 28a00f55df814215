import { expect, test } from 'vitest';
import { megabytes } from '../../../src/pocket/megabytes.ts';

test.each([
  [0, '0'],
  [900, '0.1'],
  [460_000, '0.5'],
  [4_864_797, '4.9'],
  [9_949_999, '9.9'],
  [9_960_000, '10'],
  [17_023_813, '17'],
])('%i bytes are %s', (bytes, shown) => {
  expect(megabytes(bytes)).toBe(shown);
});
