import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { CardRequestError, cardUsage, parseCardRequest } from '../../../scripts/lib/card-request.ts';
import { cardsOfSite, decksOfSite } from '../../../scripts/lib/cards-of-site.ts';
import { loadRecordsOrThrow } from '../../../scripts/lib/load-records.ts';
import { runProgram } from '../../../scripts/lib/run-program.ts';
import { pdfText } from '../../site/pdf-text.ts';
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
  const program = `process.chdir(${JSON.stringify(root)}); process.argv.push('cards', ...${JSON.stringify(args)}); await import(${JSON.stringify(path.resolve('scripts/cards.ts'))})`;
  const { ok, output } = await runProgram(process.execPath, ['--input-type=module', '--eval', program]);
  return { ok, output: output.replaceAll(out, '.') };
}

test('lists the decks', async () => {
  expect(await cards(undefined, '--list')).toEqual({
    ok: true,
    output: 'front-desk\t1 张卡\t前台\ncomplaints/six-steps/six-steps\t1 号\t投诉六步\n',
  });
});

test('writes a deck and says where', async () => {
  const file = path.join(out, 'deck.pdf');
  const { ok, output } = await cards(undefined, '--deck', 'front-desk', '--lang', 'en', '--out', file);
  expect(output).toMatch(/^front-desk：排 1 张卡……\n写好了：\.\/deck\.pdf（2 页，\d+ KB）\n$/);
  expect(ok).toBe(true);
  expect(readFileSync(file, 'latin1')).toMatch(/^%PDF-1\.7[^]*%%EOF\n?$/);
});

test('takes single cards, sizes and papers, and pictures for phones', async () => {
  const sheet = path.join(out, 'own.pdf');
  const options = ['--size', 'a7', '--paper', 'letter', '--sides', 'fold-over', '--offset', '-0.4,0.2', '--bleed'];
  const printed = await cards(undefined, '--cards', '1', ...options, '--out', sheet);
  expect(printed.output).toMatch(/写好了：\.\/own\.pdf（1 页，\d+ KB）\n$/);
  const { pagesMm } = await pdfText(readFileSync(sheet));
  expect(pagesMm.map((page) => page.map(Math.round))).toEqual([[216, 279]]);

  const pages = path.join(out, 'pages.pdf');
  await cards(undefined, '--cards', 'complaints/six-steps/six-steps', '--paper', 'card', '--out', pages);
  const { pagesMm: single } = await pdfText(readFileSync(pages));
  expect(single.map((page) => page.map((mm) => Math.round(mm * 20) / 20))).toEqual([
    [91.6, 60],
    [91.6, 60],
  ]);

  const folder = path.join(out, 'pictures');
  const { output } = await cards(undefined, '--deck', 'front-desk', '--size', 'phone', '--lang', 'en', '--out', folder);
  expect(output).toMatch(/写好了：\.\/pictures\/complaints-six-steps-six-steps\.en\.png（\d+ KB）\n$/);
  const png = readFileSync(path.join(folder, 'complaints-six-steps-six-steps.en.png'));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1080, 1920]);
});

test('makes the calibration sheet', async () => {
  const file = path.join(out, 'calibration.pdf');
  await cards(undefined, '--calibration', '--lang', 'en', '--out', file);
  const { text, pagesMm } = await pdfText(readFileSync(file));
  expect(pagesMm).toHaveLength(2);
  expect(text).toContain('right then down');
});

test('refuses what it does not understand, and says how it is called', async () => {
  const refused = await cards(undefined, '--deck', 'frontdesk');
  expect(refused.ok).toBe(false);
  expect(refused.output).toBe(`没有叫“frontdesk”的卡组。\n是不是想要“front-desk”？\n${cardUsage('zh')}\n`);
});

test.each([
  [[], '没有说要哪一套卡，或哪几张卡。\n有这些：front-desk。'],
  [['--cards', '1,9'], '没有叫“9”的卡片。\nnpm run cards -- --list 会列出所有卡片。'],
  [['--deck', 'front-desk', '--cards', '1'], '--deck 和 --cards 只能写一个。'],
  [['--deck', 'front-desk', '--size', 'poster'], '--size 没有“poster”这一项；有：badge、business、a7、phone。'],
  [['--deck', 'front-desk', '--lang', 'fr'], '--lang 没有“fr”这一项；有：zh、en。'],
  [
    ['--deck', 'front-desk', '--offset', '1'],
    '--offset 要写两个毫米数，先右后下，各不超过 5，例如 0.4,-0.2；不是“1”。',
  ],
  [['--deck', 'front-desk', '--bleed', '9'], '--bleed 要写 0 到 3 之间的毫米数，不是“9”。'],
])('refuses %j in so many words', (args, message) => {
  const records = loadRecordsOrThrow(copyContent());
  const known = { cards: cardsOfSite(records), decks: decksOfSite(records), lang: 'zh' } as const;
  expect(() => parseCardRequest(args, known)).toThrow(new CardRequestError(message));
});

test('writes nothing when a card of the deck cannot be printed', async () => {
  const file = path.join(out, 'deck.pdf');
  const { ok, output } = await cards('card-missing-glyph', '--deck', 'front-desk', '--out', file);
  expect(ok).toBe(false);
  expect(output).toContain('card-missing-glyph');
  expect(existsSync(file)).toBe(false);
});
