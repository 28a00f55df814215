import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import type { MeasureText } from '../../src/diagrams/text-wrap.ts';

/** The cuts of Noto Sans SC that text is measured in, lightest first. */
const CUTS = [
  { upTo: 449, file: '400Regular/NotoSansSC_400Regular.ttf' },
  { upTo: 549, file: '500Medium/NotoSansSC_500Medium.ttf' },
  { upTo: 649, file: '600SemiBold/NotoSansSC_600SemiBold.ttf' },
  { upTo: Infinity, file: '700Bold/NotoSansSC_700Bold.ttf' },
];

/** English pages are set in the reader's system font; the common ones are up to this much wider than Noto Sans SC. */
const LETTERS_WIDER = 1.06;
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

const opened = new Map<string, Font>();
const widthsEm = new Map<string, number>();

/**
 * Measures text for diagrams in Noto Sans SC, the last of the site's own fonts: character by character, so that a line
 * is as wide as its parts. A cut is read when it is first asked for, and once.
 */
export function createTextMeasurer(): MeasureText {
  return (text, fontSizePx, weight) => {
    const file = CUTS.find(({ upTo }) => weight <= upTo)?.file ?? '';
    return [...text].reduce((sum, character) => sum + widthEm(character, file), 0) * fontSizePx;
  };
}

function widthEm(character: string, file: string): number {
  const key = `${file} ${character}`;
  const known = widthsEm.get(key);
  if (known !== undefined) return known;
  const font = fontOf(file);
  const own = font.layout(character).advanceWidth / font.unitsPerEm;
  const width = CHINESE.test(character) ? own : own * LETTERS_WIDER;
  widthsEm.set(key, width);
  return width;
}

function fontOf(file: string): Font {
  const require = createRequire(import.meta.url);
  const font = opened.get(file) ?? create(readFileSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${file}`)));
  opened.set(file, font);
  return font;
}
