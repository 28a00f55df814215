import { describe, expect, test } from 'vitest';
import { BADGE, CARD_SIZES, PT_PER_MM } from '../../../src/cards/card-size.ts';
import type { FaceBody, FaceContent } from '../../../src/cards/face.ts';
import { fitFace } from '../../../src/cards/fit-face.ts';
import type { Placed } from '../../../src/cards/frame.ts';
import { fakeMeasurer, listOf, makeFace } from './make-face.ts';

const QR_MODULES = 29;
const fit = (face: FaceContent, qrModules?: number) => fitFace(face, BADGE, fakeMeasurer, qrModules);
const words = (placed: readonly Placed[]) => placed.flatMap((part) => (part.kind === 'text' ? [part.piece.text] : []));

const pairs = (count: number, avoid: string, say: string): FaceBody => ({
  layout: 'pairs',
  groups: Array.from({ length: count }, (_, index) => ({
    items: [
      { id: `pair-${index}`, mark: 'dont', text: avoid },
      { id: `pair-${index}`, mark: 'do', strong: true, text: say },
    ],
  })),
});

test('everything stands in reading order: title, statements, foot', () => {
  const face = makeFace({
    body: {
      layout: 'steps',
      groups: [
        { label: '1', items: [{ id: 'a', text: '开场' }] },
        { label: '2', items: [{ id: 'b', text: '提问' }] },
      ],
    },
    foot: { theme: '投诉处理', number: 7, version: 'ab12', reviewed: '2026-11', address: 'x.example.com/c/7' },
  });
  expect(words(fit(face).placed)).toEqual([
    '投诉六步',
    '1',
    '开场',
    '2',
    '提问',
    '投诉处理 · 07 · ab12 · 2026-11',
    'x.example.com/c/7',
  ]);
});

test('two columns are read down the first, then down the second', () => {
  const body = listOf(
    [
      '一一一一',
      '二二二二',
      '三三三三',
      '四四四四',
      '五五五五',
      '六六六六',
      '七七七七',
      '八八八八',
      '九九九九',
      '十十十十',
    ],
    {
      mark: 'tick',
    },
  );
  const fitted = fit(makeFace({ body }));
  expect(fitted.arrangement).toBe('two columns');
  expect(words(fitted.placed).slice(1, -1).join('')).toBe(body.groups.map(({ items }) => items[0]?.text).join(''));
});

describe('text grows through its tiers', () => {
  test('fewer and shorter statements come out larger', () => {
    const sizes = [3, 5, 7].map(
      (count) => fit(makeFace({ body: listOf(Array<string>(count).fill('先说能做的那一半再说')) })).bodySizePt,
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes[0]).toBeGreaterThanOrEqual(14);
  });

  test('a face is well filled whatever it says', () => {
    for (const count of [2, 3, 4, 5, 6, 7]) {
      for (const text of ['先接住抱怨', '先说能做的那一半再说为什么']) {
        expect(
          fit(makeFace({ body: listOf(Array<string>(count).fill(text)) })).fill,
          `${count} × ${text}`,
        ).toBeGreaterThan(0.75);
      }
    }
  });

  test('one sentence alone is set large', () => {
    const fitted = fit(makeFace({ body: listOf(['客户不是打扰我们工作的人，他就是我们工作的目的。']) }));
    expect(fitted.bodySizePt).toBeGreaterThan(15);
    expect(fitted.fill).toBeGreaterThan(0.8);
  });

  test('nothing is set smaller than may be printed', () => {
    const face = makeFace({ lang: 'en', body: listOf(Array<string>(20).fill('A statement of about thirty four')) });
    const sizes = fit(face).placed.flatMap((part) => (part.kind === 'text' ? [part.sizePt] : []));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(6);
    expect(fit(face).bodySizePt).toBe(8.5);
    const chinese = fit(
      makeFace({
        foot: {
          theme: '很长很长的主题名字'.repeat(3),
          number: 7,
          version: 'ab12',
          reviewed: '2026-11',
          address: 'x.example.com/c/7',
        },
      }),
    );
    expect(Math.min(...chinese.placed.flatMap((part) => (part.kind === 'text' ? [part.sizePt] : [])))).toBe(6.5);
  });
});

describe('what the editorial guide allows fits', () => {
  const cases: [string, FaceContent][] = [
    [
      'seven Chinese statements',
      makeFace({ title: '一二三四五六七八九十', body: listOf(Array<string>(7).fill('一二三四五六七，九十一二三四')) }),
    ],
    [
      'five Chinese pairs',
      makeFace({
        title: '一二三四五六七八九十',
        body: pairs(5, '一二三四五六七，九十一二三四', '一二三四五六七，九十一二三四'),
      }),
    ],
    [
      'seven English statements',
      makeFace({
        lang: 'en',
        title: 'Twenty-eight letters in all.',
        body: listOf(Array<string>(7).fill('Thirty-four letters and no more ok')),
      }),
    ],
    [
      'five English pairs',
      makeFace({
        lang: 'en',
        title: 'Twenty-eight letters in all.',
        body: pairs(5, 'Thirty-four letters and no more ok', 'Thirty-four letters and no more ok'),
      }),
    ],
  ];
  test.each(cases)('%s', (_, face) => {
    expect(fit(face).overPt).toBe(0);
  });
});

test('too much text is told in points, and is not made smaller to hide it', () => {
  const fitted = fit(
    makeFace({
      body: listOf(Array<string>(12).fill('这是一条长到一行放不下、两行也放不下的要点，它还在往下写，往下写')),
    }),
  );
  expect(fitted.overPt).toBeGreaterThan(20);
  expect(fitted.bodySizePt).toBe(8.5);
});

test('nothing stands outside the card, over the QR code or over the foot', () => {
  const [width, height] = [BADGE.widthMm * PT_PER_MM, BADGE.heightMm * PT_PER_MM];
  for (const text of ['先接住', '先说能做的那一半', '先说能做的那一半，再说为什么，最后说什么时候']) {
    for (const count of [1, 3, 5, 7]) {
      const { placed, qr, overPt } = fit(
        makeFace({ body: listOf(Array<string>(count).fill(text), { mark: 'dot' }) }),
        QR_MODULES,
      );
      expect(overPt).toBe(0);
      const texts = placed.filter((part) => part.kind === 'text');
      const footTop = (texts.at(-1)?.baselinePt ?? 0) - 7;
      for (const { xPt, baselinePt, sizePt, piece } of texts.slice(0, -1)) {
        const box = {
          left: xPt,
          right: xPt + piece.widthPt,
          top: baselinePt - 0.85 * sizePt,
          bottom: baselinePt + 0.1 * sizePt,
        };
        expect(box.left).toBeGreaterThan(BADGE.stripeMm * PT_PER_MM);
        expect(box.right).toBeLessThan(width);
        expect(box.bottom).toBeLessThan(Math.min(height, footTop));
        const overQr = qr && box.right > qr.xPt && box.top < qr.yPt + qr.heightPt;
        expect(overQr, `${count} × ${text}`).toBe(false);
      }
    }
  }
});

test('where the code would break statements, they begin below it', () => {
  const body: FaceBody = {
    layout: 'do-dont',
    groups: [
      {
        items: ['先问要解决什么', '放慢，压低声音', '单据拿来一起看', '给出下一步和时间'].map((text, index) => ({
          id: `do-${index}`,
          mark: 'do',
          text,
        })),
      },
      {
        items: ['当场证明他错', '跟着火气走', '怪他，怪同事'].map((text, index) => ({
          id: `dont-${index}`,
          mark: 'dont',
          text,
        })),
      },
    ],
  };
  const { placed, qr, isWhole } = fit(makeFace({ body }), QR_MODULES);
  expect(isWhole).toBe(true);
  const [, first] = placed.filter((part) => part.kind === 'text');
  expect(first!.baselinePt - first!.sizePt).toBeGreaterThan(qr!.yPt + qr!.heightPt);
});

test('two columns are each as wide as their words need', () => {
  const { arrangement, isWhole, bodySizePt } = fit(
    makeFace({ body: pairs(4, '这个办不了', '现在可以这样办，四点回您') }),
  );
  expect([arrangement, isWhole]).toEqual(['side by side', true]);
  expect(bodySizePt).toBeGreaterThanOrEqual(10);
});

test('with much air between statements there is some above the first as well', () => {
  const gaps = [3, 7].map((count) => {
    const { placed } = fit(makeFace({ body: listOf(Array<string>(count).fill('先说能做的那一半再说为什么')) }));
    const [title, first] = placed.filter((part) => part.kind === 'text');
    return first!.baselinePt - first!.sizePt - title!.baselinePt;
  });
  expect(gaps[0]).toBeGreaterThan(gaps[1]!);
});

describe('the title beside the code', () => {
  const titleOf = (title: string) => {
    const { placed, qr } = fitFace(makeFace({ title }), CARD_SIZES.a7, fakeMeasurer, QR_MODULES);
    return {
      qr,
      lines: placed.flatMap((part) => (part.kind === 'text' && part.piece.tone === 'strong' ? [part] : [])),
    };
  };

  test.each([
    ['五步一法：成就客户', ['五步一法：', '成就客户']],
    ['客户八句话接着说', ['客户八句话接着说']],
    ['五步', ['五步']],
  ])('%s is broken in two only where that makes it much larger and the lines part well', (title, lines) => {
    expect(words(titleOf(title).lines)).toEqual(lines);
  });

  test('stands at the middle of the code', () => {
    const { lines, qr } = titleOf('五步');
    const middlePt = lines[0]!.baselinePt - 0.36 * lines[0]!.sizePt;
    expect(Math.abs(middlePt - (qr!.yPt + qr!.heightPt / 2))).toBeLessThan(1);
  });
});

test('two statements alone are spread over a tall card', () => {
  const body = listOf(['发自心里地笑', '酝酿情绪再笑']);
  expect(fitFace(makeFace({ body }), CARD_SIZES.a7, fakeMeasurer).fill).toBeGreaterThan(0.8);
});

test('a lead-in is bold when every statement has one, and in none when only some have', () => {
  const weights = (texts: string[]) =>
    fit(makeFace({ body: listOf(texts) })).placed.flatMap((part) =>
      part.kind === 'text' && part.piece.weight === 700 ? [part.piece.text] : [],
    );
  expect(weights(['开场：叫姓', '提问：直问'])).toEqual(['投诉六步', '开场：', '提问：']);
  expect(weights(['开场：叫姓', '听完'])).toEqual(['投诉六步']);
});

test('names stand in a column of their own', () => {
  const body = listOf(['说话快', '话少'], {});
  body.groups.forEach(({ items: [item] }, index) => Object.assign(item!, { lead: ['主动型', '被动的类型'][index] }));
  const starts = fit(makeFace({ body })).placed.flatMap((part) =>
    part.kind === 'text' && ['说话快', '话少'].includes(part.piece.text) ? [part.xPt] : [],
  );
  expect(new Set(starts).size).toBe(1);
});

test('an address that leaves no room beside it stands on a line of its own; one wider than the card is left to the code', () => {
  const foot = (address: string) =>
    words(
      fit(
        makeFace({
          lang: 'en',
          foot: { theme: 'Management and standards', number: 7, version: 'ab12', reviewed: '2026-11', address },
        }),
      ).placed,
    );
  expect(foot('pocketbook.example.com/en/c/7')).toContain('pocketbook.example.com/en/c/7');
  expect(foot('x'.repeat(90))).not.toContain('x'.repeat(90));
});

test('one long statement does not keep the others small: it runs over', () => {
  const short = Array<string>(4).fill('三点前回您');
  const long = fit(makeFace({ body: listOf([...short.slice(1), '我请值班经理来，经过我先讲，您不用重说一遍']) }));
  expect(long.isWhole).toBe(false);
  expect(long.bodySizePt).toBeGreaterThan(11);
});

test('one ✓ beside many ✗ is set above them, not beside a hole', () => {
  const marked = (mark: 'do' | 'dont', texts: string[]) => ({
    items: texts.map((text, index) => ({ id: `${mark}-${index}`, mark, text })),
  });
  const five = ['从头笑到尾', '笑着讲坏消息', '对怒客陪笑', '挑着人笑', '挨骂还忍着笑'];
  const body: FaceBody = {
    layout: 'do-dont',
    groups: [marked('do', ['坏消息：平和，声轻']), marked('dont', five)],
  };
  expect(fit(makeFace({ body })).arrangement).toBe('one column');
});

test('✓ and ✗ side by side stand level', () => {
  const marked = (mark: 'do' | 'dont', texts: string[]) => ({
    items: texts.map((text, index) => ({ id: `${mark}-${index}`, mark, text })),
  });
  const groups = [marked('do', ['先问清', '放慢说', '看单据']), marked('dont', ['抢着说', '怪同事'])];
  const { arrangement, placed } = fit(makeFace({ body: { layout: 'do-dont', groups } }));
  expect(arrangement).toBe('two columns');
  const rows = (mark: string) =>
    placed.flatMap((part) => (part.kind === 'mark' && part.mark === mark ? [part.baselinePt] : []));
  expect(rows('do').slice(0, 2)).toEqual(rows('dont'));
});

test('the title gives way only where the statements grow by it', () => {
  const say = '走廊方便，座位我看。';
  const face = makeFace({ title: '四样各说一句', body: pairs(4, '急什么，一个一个来。', say) });
  const titlePt = fit(face).placed.flatMap((part) => (part.kind === 'text' ? [part.sizePt] : []))[0];
  expect(titlePt).toBe(BADGE.title[0]?.sizePt);
});
