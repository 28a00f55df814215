import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasChinese, widestWord, wrapText } from '../../../src/diagrams/text-wrap.ts';
import { halfEm } from './half-em.ts';

/** Wraps to a width of `glyphs` glyphs. */
const wrap = (text: string, glyphs: number) =>
  wrapText(text, { maxWidthPx: glyphs * 5, fontSizePx: 10, weight: 400 }, halfEm);

describe('Chinese', () => {
  test('what fits stays on one line', () => {
    expect(wrap('开场：叫姓，接住', 8)).toEqual(['开场：叫姓，接住']);
  });

  test('lines are even, and break after punctuation where there is some', () => {
    expect(wrap('站到他身边，请到安静处', 8)).toEqual(['站到他身边，', '请到安静处']);
  });

  test('a word stays whole', () => {
    expect(wrap('先保护自己叫保安', 6)).toEqual(['先保护自己', '叫保安']);
  });

  test('no line begins with a closing sign or ends with an opening one', () => {
    for (const line of wrap('他说：“平时不会这样”，（让他再等等）！', 6)) {
      expect(line).not.toMatch(/^[，。：”）！]/u);
      expect(line).not.toMatch(/[“（]$/u);
    }
  });

  test('a figure stays with its unit, a particle with its word', () => {
    expect(wrap('空调报修等了3天还没人来', 7).join('\n')).toContain('3天');
    expect(wrap('情绪缓下来了吗', 6)).not.toContainEqual(expect.stringMatching(/^[了吗]/u));
  });
});

describe('English', () => {
  test('breaks at spaces', () => {
    expect(wrap('Stand beside them, move somewhere quiet', 18)).toEqual([
      'Stand beside',
      'them, move',
      'somewhere quiet',
    ]);
  });

  test('breaks a word only where it is wider than the line', () => {
    expect(wrap('unbelievable', 6).join('')).toBe('unbelievable');
    expect(wrap('unbelievable', 6).length).toBeGreaterThan(1);
    expect(wrap('an elephant', 8)).toEqual(['an', 'elephant']);
  });
});

test('a line feed always breaks', () => {
  expect(wrap('听\n应', 8)).toEqual(['听', '应']);
});

test('nothing is nothing', () => {
  expect(wrap('', 8)).toEqual([]);
});

test('the widest word is what cannot be broken', () => {
  expect(widestWord('Responsibility: count on me', { fontSizePx: 10, weight: 400 }, halfEm)).toBe(75);
  expect(widestWord('先听完', { fontSizePx: 10, weight: 400 }, halfEm)).toBe(5);
});

test('knows Chinese when it sees it', () => {
  expect(hasChinese('AI 客服')).toBe(true);
  expect(hasChinese('Ask first')).toBe(false);
});

test('whatever the text: nothing is lost, no line is too wide unless a single sign is', () => {
  const signs = fc.constantFrom('开', '场', '，', '。', '“', '”', 'a', 'bc', ' ', '3', '（', '）');
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 24 }), fc.integer({ min: 2, max: 12 }), (parts, glyphs) => {
      const text = parts.join('');
      const lines = wrap(text, glyphs);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      const unbreakable = widestWord(text, { fontSizePx: 10, weight: 400 }, halfEm);
      for (const line of lines) expect([...line].length * 5).toBeLessThanOrEqual(Math.max(glyphs * 5, unbreakable));
    }),
  );
});
