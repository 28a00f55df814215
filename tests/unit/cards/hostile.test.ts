import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { fitCards } from '../../../scripts/lib/card-fit.ts';
import { cardFonts, fontMeasurer } from '../../../scripts/lib/card-fonts.ts';
import { checkContent } from '../../../scripts/lib/check-content.ts';
import { CARD_SIZES, PT_PER_MM, type CardSize } from '../../../src/cards/card-size.ts';
import { composeFace } from '../../../src/cards/compose-face.ts';
import { faceWords, type FaceBody, type FaceContent, type FaceGroup } from '../../../src/cards/face.ts';
import { fitFace } from '../../../src/cards/fit-face.ts';
import { measureOverflow } from '../../../src/cards/measure-overflow.ts';
import { missingGlyphs } from '../../../src/cards/missing-glyphs.ts';
import { renderFacePdf } from '../../../src/cards/pdf/render-face-pdf.ts';
import { qrModules } from '../../../src/cards/qr-modules.ts';
import { renderFaceSvg } from '../../../src/cards/render-face-svg.ts';
import type { Scene, Shape } from '../../../src/cards/scene.ts';
import type { Lang } from '../../../src/model/localized.ts';
import { pdfText } from '../../site/pdf-text.ts';
import { copyContent } from '../check/copy-content.ts';
import { inkOf, listOf, makeFace } from './make-face.ts';

const ROOT = process.cwd();
const MEASURERS = { zh: fontMeasurer(ROOT, 'zh'), en: fontMeasurer(ROOT, 'en') };
const SIZES = Object.values(CARD_SIZES);
const bare = (text: string) => text.replace(/\s/g, '');
const ADDRESS = 'pocketbook.example.com/c/7';

/** A face drawn, or what is wrong with it. */
function draw(face: FaceContent, size: CardSize): Scene | 'too long' | 'no glyph' {
  const measurer = MEASURERS[face.lang];
  const qr = face.qr === undefined ? undefined : qrModules(face.qr);
  const fitted = fitFace(face, size, measurer, qr?.size);
  if (missingGlyphs(face, measurer).length > 0) return 'no glyph';
  if (fitted.overPt > 0) {
    const overflow = measureOverflow(face, size, measurer, qr?.size);
    expect(overflow?.count).toBeGreaterThan(0);
    return 'too long';
  }
  expect(measureOverflow(face, size, measurer, qr?.size)).toBeUndefined();
  return composeFace(face, fitted, size, qr);
}

/** Whether all words are there, in order, on the card, and apart from each other and from the code. */
function expectGood(face: FaceContent, { shapes }: Scene, size: CardSize): void {
  const texts = shapes.filter((shape): shape is Extract<Shape, { kind: 'text' }> => shape.kind === 'text');
  const words = bare(faceWords(face).join(''));
  expect(bare(texts.map(({ text }) => text).join('')).slice(0, words.length)).toBe(words);
  const code = shapes.find((shape) => shape.kind === 'modules');
  const boxes = texts.map((shape) => ({
    text: shape.text,
    ...(face.lang === 'zh' ? inkOf(shape) : { left: shape.xPt, right: shape.xPt + shape.widthPt }),
    top: shape.baselinePt - 0.8 * shape.sizePt,
    bottom: shape.baselinePt + 0.12 * shape.sizePt,
  }));
  for (const [index, box] of boxes.entries()) {
    expect(box.left, box.text).toBeGreaterThan(size.stripeMm * PT_PER_MM);
    expect(box.right, box.text).toBeLessThan(size.widthMm * PT_PER_MM);
    expect(box.top, box.text).toBeGreaterThan(0);
    expect(box.bottom, box.text).toBeLessThan(size.heightMm * PT_PER_MM);
    if (code) expect(box.right > code.xPt && box.top < code.yPt + 25 * code.scalePt, box.text).toBe(false);
    for (const other of boxes.slice(index + 1)) {
      const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
      expect(Math.min(across, down), `${box.text} over ${other.text}`).toBeLessThan(0.6);
    }
  }
}

const WORDS: Record<Lang, readonly string[]> = {
  zh: [
    '先接住',
    '我们',
    'ＡＢ',
    '24小时',
    'VIP客户',
    '“好的”',
    '（稍等）',
    '……',
    '——',
    '〇',
    '《条例》',
    '，',
    '。',
    ' ',
    'ok',
    '３',
  ],
  en: ['calm', 'I’ll', '“now”', 'check-in/out', '24/7', 'Zürich', '你好', '…', '—', '<b>', '&amp;', ' ', ' ', ' ', 'a'],
};
const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter'.slice(0, 60);
const RARE = ['𠮷', '😀', '👩‍👩‍👧', 'שלום', '\u202Eabc', '\u0000', '\uD800', 'ก', 'e\u0301', '\n', '\t'];

/** Any text that a hurried trainer, a paste from a chat or a mischief-maker might leave in a record. */
const anyText = (lang: Lang) =>
  fc
    .array(
      fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom(...WORDS[lang]) },
        { weight: 1, arbitrary: fc.constantFrom(LONG, ...RARE) },
      ),
      { minLength: 1, maxLength: 9 },
    )
    .map((words) => words.join('').trim() || '空');
const anyFace = fc.constantFrom<Lang>('zh', 'en').chain((lang) => {
  const text = anyText(lang);
  const item = fc.record(
    { id: fc.constant('fact'), text, lead: text, mark: fc.constantFrom('do', 'dont', 'tick', 'dot') },
    { requiredKeys: ['id', 'text'] },
  );
  const group = fc.record(
    { label: fc.constantFrom('1', '12', 'W'), items: fc.array(item, { minLength: 1, maxLength: 3 }) },
    { requiredKeys: ['items'] },
  );
  const body = fc.record({
    layout: fc.constantFrom<FaceBody['layout']>('steps', 'do-dont', 'pairs', 'ticks', 'list'),
    groups: fc.array(group as fc.Arbitrary<FaceGroup>, { minLength: 1, maxLength: 7 }),
  });
  return fc
    .record({ title: text, body, qr: fc.boolean(), size: fc.constantFrom(...SIZES) })
    .map(({ qr, size, ...rest }) => {
      const foot = { theme: '投诉处理', number: 7, version: 'ab12', reviewed: '2026-11' };
      const coded = { foot: { ...foot, address: ADDRESS }, qr: `https://${ADDRESS}/?v=ab12` };
      return { size, face: makeFace({ lang, ...rest, foot, ...(qr && coded) }) };
    });
});

/** All of the heavy run on a busy machine. */
const SLOWEST_MS = 600_000;

test('whatever a side says, it is either drawn well or refused with a reason', { timeout: SLOWEST_MS }, () => {
  const outcomes = new Map<string, number>();
  fc.assert(
    fc.property(anyFace, ({ face, size }) => {
      const drawn = draw(face, size);
      const outcome = typeof drawn === 'string' ? drawn : 'good';
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (typeof drawn !== 'string') expectGood(face, drawn, size);
    }),
    { numRuns: process.env['DEEP'] ? 600 : 30, seed: 5, endOnFailure: true },
  );
  expect([...outcomes.keys()].sort()).toEqual(['good', 'no glyph', 'too long']);
});

test('markup, breaks and the like are words like others: in the picture, and to whoever copies from the print', async () => {
  const texts = [
    '<b>请</b>稍等 &amp; 谢谢',
    '</text></svg><script>alert(1)</script>',
    '一行\n又一行\t完',
    ') Tj ET (“',
  ];
  const face = makeFace({ title: '<i>“&”</i>', body: listOf(texts) });
  const drawn = draw(face, CARD_SIZES.a7);
  if (typeof drawn === 'string') throw new Error(drawn);
  expectGood(face, drawn, CARD_SIZES.a7);
  const { document } = new JSDOM(renderFaceSvg(drawn), { contentType: 'image/svg+xml' }).window;
  expect(document.querySelector('script, b, i')).toBeNull();
  expect(bare(document.documentElement.textContent)).toContain(bare(texts.join('')));
  const about = { lang: 'zh', title: texts[1] ?? '', author: ')(', subject: '\\', day: '2026-11-20' } as const;
  const { text } = await pdfText(renderFacePdf(about, [drawn], cardFonts(ROOT)));
  expect(bare(text)).toContain(bare(texts.join('')));
});

describe('in a record', () => {
  const SHORT = 'short: { zh: 开场, en: Open }';
  const short = (zh: string) => ({ [SHORT]: `short: { zh: ${JSON.stringify(zh)}, en: Open }` });

  test.each<[what: string, changes: Record<string, string>, told: string[]]>([
    ['sixty letters in a word', short(LONG), []],
    ['〇', short('二〇二六'), []],
    ['markup', short('<b>开场</b> & "您好"'), []],
    ['a line of its own', short('开场\n再说'), []],
    [
      'a character that hardly any font has',
      short('𠮷先生'),
      ['card-missing-glyph 卡片“complaints/six-steps/six-steps”的正面（中文）有个字印不出来：“𠮷先生”里的“𠮷”。'],
    ],
    ['emoji', short('笑😀'), ['“笑😀”里的“😀”']],
    ['right to left', short('שלום'), ['里的“ש”', '里的“ל”', '里的“ו”', '里的“ם”']],
    ['a character that turns the writing round', short('\u202E开场'), ['里的“\u202E”']],
    [
      'far too much text',
      short('这一条写个没完，'.repeat(40)),
      [
        'card-overflow 卡片“complaints/six-steps/six-steps”的正面（中文，工牌）放不下：用最小的字也放不下，一共要少大约 ',
      ],
    ],
    ['a side that says nothing', { 'face: do-dont, only: [opening]': 'face: say' }, ['card-empty', 'card-empty']],
  ])('%s', async (_, changes, told) => {
    const root = copyContent();
    const file = path.join(root, 'content/topics/complaints/six-steps/topic.yaml');
    let yaml = readFileSync(file, 'utf8');
    for (const [before, after] of Object.entries(changes)) {
      expect(yaml).toContain(before);
      yaml = yaml.replace(before, () => after);
    }
    writeFileSync(file, yaml);
    const { issues } = await checkContent(root, { fitCards, today: '2026-12-01' });
    const [line = 0] = yaml.split('\n').flatMap((text, index) => (text === '  - id: steps' ? [index + 1] : []));
    const block = { file: 'content/topics/complaints/six-steps/topic.yaml', position: { line, column: 5 } };
    expect(issues.map(({ code, message }) => `${code} ${message}`)).toEqual(
      told.map((words): unknown => expect.stringContaining(words)),
    );
    for (const issue of issues) expect(issue).toMatchObject(block);
  });
});
