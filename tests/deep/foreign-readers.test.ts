import path from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../../scripts/lib/run-program.ts';
import { DIST, filesOf } from '../site/dist.ts';

const decks = filesOf(path.join(DIST, 'cards/decks')).map((file) => path.join(DIST, 'cards/decks', file));

test.each(decks)('%s is sound to qpdf, and pdftotext reads its words', async (file) => {
  const checked = await runProgram('qpdf', ['--check', file]);
  expect(checked.ok, checked.output).toBe(true);
  const read = await runProgram('pdftotext', ['-layout', file, '-']);
  expect(read.ok, read.output).toBe(true);
  expect(read.output).toMatch(file.includes('.zh.') ? /[\u4e00-\u9fff]{4}/ : /[A-Za-z]{4}/);
});
