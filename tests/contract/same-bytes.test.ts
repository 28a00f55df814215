import { expect, test } from 'vitest';
import { exporters } from '../../src/exporters/registry.ts';
import { banks, exported } from './every-question.ts';

test.each(exporters.map(({ format }) => format))('%s: the same questions give the same bytes', async (format) => {
  const [bank] = banks;
  const first = await exported(bank!, format);
  const second = await exported(bank!, format);
  expect(Buffer.compare(first, second)).toBe(0);
});
