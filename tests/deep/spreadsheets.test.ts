import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runProgram } from '../../scripts/lib/run-program.ts';
import { questionTable } from '../../src/exporters/question-rows.ts';
import { banks, expectedOf, exported } from '../contract/every-question.ts';

/** A file as a spreadsheet shows it once it is opened: every cell as text. */
async function opened(bytes: Uint8Array, format: string): Promise<string[][]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pocketbook-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [file, shown] = [path.join(folder, `bank.${format}`), path.join(folder, 'shown.csv')];
  writeFileSync(file, bytes);
  const { ok, output } = await runProgram('ssconvert', ['--export-type=Gnumeric_stf:stf_csv', file, shown]);
  expect(ok, output).toBe(true);
  return Papa.parse<string[]>(readFileSync(shown, 'utf8'), { skipEmptyLines: true }).data;
}

describe.each(banks.map((bank) => [`${bank.id}.${bank.lang}`, bank] as const))('%s', (_, bank) => {
  test.each(['xlsx', 'csv'])('%s opens in a spreadsheet with every cell as it was written', async (format) => {
    const rows = await opened(await exported(bank, format), format);
    const expected = questionTable(bank, expectedOf(bank, format));
    expect(rows).toHaveLength(expected.length);
    // In a CSV nothing tells the word from the value.
    const worded = (cell: string) => (cell === 'TRUE' ? 'True' : cell);
    expected.forEach((cells, at) => expect(rows[at]?.map(worded)).toEqual(cells));
    if (bank.lang === 'zh') expect(rows.flat().join('')).toMatch(/[\u4e00-\u9fff]{4}/);
  });
});
