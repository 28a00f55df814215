import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hueColors, hueVariables, PAPER_COLORS } from '../../../src/model/hue.ts';

const css = readFileSync('src/styles/tokens.css', 'utf8');

test('the table gives the variables of a theme and its colours on paper', () => {
  const complaints = { hue: 52, chroma: 0.115 };
  expect(hueVariables(complaints)).toBe('--hue:52;--chroma:0.115');
  expect(hueColors(complaints)).toMatchInlineSnapshot(`
    {
      "accent": "#8f4710",
      "accentStrong": "#67320a",
      "line": "#efc4aa",
      "wash": "#ffefe5",
    }
  `);
});

test('the fixed colours are made by the formulae of the style sheet', () => {
  // Lightness and chroma as written in the style sheet; the table must be changed together with it.
  for (const formula of [
    '--accent: oklch(var(--accent-l, 0.48) var(--accent-c, var(--chroma, 0.115)) var(--hue, 250))',
    '--accent-strong: oklch(var(--strong-l, 0.38) 0.09 var(--hue, 250))',
    '--accent-wash: oklch(var(--wash-l, 0.962) var(--wash-c, 0.022) var(--hue, 250))',
    '--accent-line: oklch(var(--edge-l, 0.85) 0.06 var(--hue, 250))',
    '--ink: oklch(0.25 0.015 260)',
    '--ink-2: oklch(0.45 0.015 260)',
    '--line: oklch(0.89 0.008 90)',
    '--do: oklch(0.47 0.11 155)',
    '--dont: oklch(0.5 0.17 27)',
  ]) {
    expect(css).toContain(formula);
  }
});

test('what is read from a card stands out from its paper in greyscale too', () => {
  const { accent, accentStrong } = hueColors({ hue: 52, chroma: 0.115 });
  for (const color of [
    accent,
    accentStrong,
    PAPER_COLORS.ink,
    PAPER_COLORS.inkSoft,
    PAPER_COLORS.do,
    PAPER_COLORS.dont,
  ]) {
    expect(1.05 / (luminance(color) + 0.05), color).toBeGreaterThanOrEqual(4.5);
  }
});

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
