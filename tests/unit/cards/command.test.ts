import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { runProgram } from '../../../scripts/lib/run-program.ts';
import { copyContent } from '../check/copy-content.ts';

let out: string;
beforeEach(() => {
  out = mkdtempSync(path.join(tmpdir(), 'pocketbook-'));
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
});

/** Runs the cards command in a checkout that has the content of a fixture. */
async function cards(fixture: string | undefined, ...args: string[]): Promise<{ ok: boolean; output: string }> {
  const root = copyContent(fixture);
  for (const part of ['node_modules', 'src', 'scripts', 'package.json'])
    symlinkSync(path.resolve(part), path.join(root, part));
  const program = `process.chdir(${JSON.stringify(root)}); process.argv.push(...${JSON.stringify(args)}); await import(${JSON.stringify(path.resolve('scripts/cards.ts'))})`;
  const { ok, output } = await runProgram(process.execPath, ['--input-type=module', '--eval', program]);
  return { ok, output: output.replaceAll(out, '.') };
}

test('lists the decks', async () => {
  expect(await cards(undefined, '--list')).toEqual({ ok: true, output: 'front-desk\t1 张卡\t前台\n' });
});

test('writes a deck and says where', async () => {
  const file = path.join(out, 'deck.pdf');
  const { ok, output } = await cards(undefined, '--deck', 'front-desk', '--lang', 'en', '--out', file);
  expect(output).toMatch(/^front-desk：排 1 张卡……\n写好了：\.\/deck\.pdf（2 页，\d+ KB）\n$/);
  expect(ok).toBe(true);
  expect(readFileSync(file, 'latin1')).toMatch(/^%PDF-1\.7[^]*%%EOF\n?$/);
});

test.each([
  [['--deck', 'frontdesk'], '没有叫“frontdesk”的卡组。\n是不是想要“front-desk”？\n'],
  [
    [],
    '没有说要哪一套卡。\n用法：npm run cards -- --deck <卡组> [--lang zh|en] [--out 文件]，或 --list\n有这些：front-desk。\n',
  ],
])('refuses %j in so many words', async (args, output) => {
  expect(await cards(undefined, ...args)).toEqual({ ok: false, output });
});

test('writes nothing when a card of the deck cannot be printed', async () => {
  const file = path.join(out, 'deck.pdf');
  const { ok, output } = await cards('card-missing-glyph', '--deck', 'front-desk', '--out', file);
  expect(ok).toBe(false);
  expect(output).toContain('card-missing-glyph');
  expect(existsSync(file)).toBe(false);
});
