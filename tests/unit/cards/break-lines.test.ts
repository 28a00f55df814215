import { expect, test } from 'vitest';
import { breakLines, prepareText, type Span } from '../../../src/cards/break-lines.ts';
import type { Lang } from '../../../src/model/localized.ts';
import { fakeMeasurer } from './make-face.ts';

const plain = (text: string): Span => ({ text, weight: 400, tone: 'ink' });

/** The lines of a text at 10 pt in so many em, as plain strings; parts that are set apart are joined by a bar. */
function lines(text: string | Span[], widthEm: number, lang: Lang = 'zh', cutWords = false): string[] {
  const spans = typeof text === 'string' ? [plain(text)] : text;
  const breaking = { sizePt: 10, widthOfLine: () => widthEm * 10, cutWords };
  return breakLines(prepareText(spans, lang, fakeMeasurer), breaking, fakeMeasurer).map((line) =>
    line.pieces.map((piece) => piece.text).join('|'),
  );
}

test('a text that fits stays on one line', () => {
  expect(lines('先接住抱怨', 5)).toEqual(['先接住抱怨']);
});

test('of the breakings with the fewest lines, the one after a pause is taken', () => {
  expect(lines('我马上问清楚，十分钟回您', 9)).toEqual(['我马上问清楚，', '十分钟回您']);
});

test('no line begins with a closing mark or ends with an opening one', () => {
  for (let width = 4; width <= 12; width += 1) {
    for (const line of lines('他说：“以前都这么办（真的）。”我们听完了，再请他确认。', width)) {
      expect(line).not.toMatch(/^[，。：”）]/u);
      expect(line).not.toMatch(/[“（]$/u);
    }
  }
});

test('a Chinese word is not torn where another break does as well', () => {
  expect(lines('我们马上安排师傅上门', 7)).toEqual(['我们马上安排', '师傅上门']);
});

test('大不大 and 有没有 stay in one piece', () => {
  for (const text of ['问问那边的噪声大不大方便吗', '再看一遍桌上有没有这一条']) {
    for (let width = 4; width <= 12; width += 1)
      expect(lines(text, width).join('|')).not.toMatch(/大\|不大|大不\|大|有\|没有|有没\|有/);
  }
});

test('no word or two is left over on a line of its own where the line before can spare some', () => {
  expect(lines('很愿意帮您能做的是', 8).at(-1)?.length).toBeGreaterThan(2);
  expect(lines('Chat: first say “checking now”', 13, 'en')).toEqual(['Chat: first say', '“checking now”']);
});

test('a line says how badly it is parted from the one before', () => {
  const strains = (text: string, widthEm: number, lang: Lang = 'zh') =>
    breakLines(
      prepareText([plain(text)], lang, fakeMeasurer),
      { sizePt: 10, widthOfLine: () => widthEm * 10, cutWords: false },
      fakeMeasurer,
    ).map(({ strain }) => strain);
  const [, afterPause] = strains('我马上问清楚，十分钟回您', 9);
  const [, inPhrase] = strains('我们马上安排师傅上门', 7);
  const [, inWord] = strains('服务', 1);
  const [, beforePause] = strains('等了这么久还没人管，换谁都着急。', 9);
  expect([0, afterPause]).toEqual([0, 0]);
  expect(inPhrase).toBeGreaterThan(0);
  expect(inWord).toBeGreaterThan(inPhrase ?? 0);
  expect(beforePause).toBe(inWord);
  const [, afterComma] = strains('Keep files, with consent', 9, 'en');
  const [, betweenWords] = strains('Slow down lower voices', 6, 'en');
  const [, afterTheArticle] = strains('Give them the whole story', 7, 'en');
  expect([afterComma, betweenWords]).toEqual([0, 0]);
  expect(afterTheArticle).toBeGreaterThan(0);
});

test('a text longer than any card is broken all the same', () => {
  const broken = lines('一条写个没完的要点，'.repeat(500), 10);
  expect(broken.join('')).toBe('一条写个没完的要点，'.repeat(500));
  expect(broken).toHaveLength(500);
});

test('dots and dashes that belong together are not parted', () => {
  expect(lines('现在可以这样办……', 8)).toEqual(['现在可以这样', '办……']);
});

test('where a break goes, no short word is torn off the phrase that it ends', () => {
  expect(lines('我马上给您说清楚，您再看看', 9)).toEqual(['我马上给您说清楚，', '您再看看']);
  expect(lines('您这趟最想弄清楚的，是哪一件？', 9).join('|')).not.toContain('|的');
});

test('no English word is left alone on the last line where the line before can spare one', () => {
  expect(lines('Keep files, with consent', 9, 'en')).toEqual(['Keep files,', 'with consent']);
  expect(lines('Speak slowly and softly', 9, 'en')).toEqual(['Speak slowly', 'and softly']);
});

test('no English word is left alone on the first line either, unless a pause sets it apart', () => {
  expect(lines('Serve the whole community', 9, 'en')).toEqual(['Serve the', 'whole community']);
  expect(lines('Solve, do not argue', 7, 'en')).toEqual(['Solve,', 'do not argue']);
});

test('no line ends with a word that leans on the next, or has only begun what follows a pause', () => {
  expect(lines('Stay calm, do not interrupt', 10, 'en')).toEqual(['Stay calm,', 'do not interrupt']);
  expect(lines('Skip a check to be quick', 8, 'en')).toEqual(['Skip a check', 'to be quick']);
  expect(lines('I want to help. Please stop the insults.', 13, 'en')).toEqual([
    'I want to help.',
    'Please stop the insults.',
  ]);
  expect(lines('（对同事）我刚接完一位', 9)).toEqual(['（对同事）', '我刚接完一位']);
  expect(lines('我先帮您看看到哪一步了', 8)).toEqual(['我先帮您看看到', '哪一步了']);
});

test('what an early colon leads into stays together', () => {
  expect(lines('找方案：讲、问、提、核对', 9)).toEqual(['找方案：', '讲、问、提、核对']);
  expect(lines('Warn once: say what follows', 9, 'en')).toEqual(['Warn once:', 'say what follows']);
});

test('a lead-in in bold stays whole, and what it leads into begins a line of its own', () => {
  const spans: Span[] = [
    { text: 'Build the mood:', weight: 700, tone: 'ink' },
    { text: ' breathe, loosen', weight: 400, tone: 'ink' },
  ];
  expect(lines(spans, 9, 'en')).toEqual(['Build the mood:', 'breathe, loosen']);
});

test('where two full-width marks meet, the blank between them is taken back', () => {
  const place = (text: string, lang: Lang = 'zh') =>
    breakLines(
      prepareText([plain(text)], lang, fakeMeasurer),
      { sizePt: 10, widthOfLine: () => 200, cutWords: false },
      fakeMeasurer,
    )[0]!.pieces.map(({ text: piece, xPt }) => [piece, xPt]);
  expect(place('说“请”，再说')).toEqual([
    ['说“请”', 0],
    ['，再说', 35],
  ]);
  expect(place('他说：“好”')).toEqual([
    ['他说：', 0],
    ['“好”', 25],
  ]);
  expect(place('说“请”再说')).toEqual([['说“请”再说', 0]]);
});

test('English breaks at spaces, and after hyphens in words longer than the line, never inside a word', () => {
  expect(lines('Check, then name the next step', 6, 'en')).toEqual(['Check, then', 'name the', 'next step']);
  expect(lines('Face clean; make-up optional', 9, 'en')).toEqual(['Face clean;', 'make-up optional']);
  expect(lines('a check-out desk', 4, 'en')).toEqual(['a check-', 'out desk']);
});

test('a word longer than the line stands out, unless it may be cut', () => {
  expect(lines('Responsibility', 4, 'en')).toEqual(['Responsibility']);
  expect(lines('Responsibility', 4, 'en', true)).toEqual(['Responsi', 'bility']);
});

test('a word too long for any card is cut in every size', () => {
  expect(lines('Donaudampfschifffahrtselektrizität', 10, 'en')).toEqual(['Donaudampfschifffahr', 'tselektrizität']);
});

test('Chinese and Latin are set a little apart, with nothing typed between them', () => {
  const [line] = breakLines(
    prepareText([plain('24小时内')], 'zh', fakeMeasurer),
    { sizePt: 10, widthOfLine: () => 100, cutWords: false },
    fakeMeasurer,
  );
  expect(line?.pieces).toMatchObject([
    { text: '24', xPt: 0, widthPt: 10 },
    { text: '小时内', xPt: 10.9, widthPt: 30 },
  ]);
});

test('an opening quote at the start of a Chinese line hangs out', () => {
  const start = (text: string) =>
    breakLines(
      prepareText([plain(text)], 'zh', fakeMeasurer),
      { sizePt: 10, widthOfLine: () => 200, cutWords: false },
      fakeMeasurer,
    )[0]?.pieces[0]?.xPt;
  expect(start('“是的，但是”')).toBe(-5);
  expect(start('是的，但是')).toBe(0);
});

test('each line is broken to its own room', () => {
  const text = prepareText([plain('一二三四五六七八九十')], 'zh', fakeMeasurer);
  const room = (index: number) => (index === 0 ? 40 : 60);
  const broken = breakLines(text, { sizePt: 10, widthOfLine: room, cutWords: false }, fakeMeasurer);
  expect(broken.map(({ widthPt }) => widthPt)).toEqual([40, 60]);
});
