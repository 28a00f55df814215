import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import type { MeasureText } from '../../src/diagrams/text-wrap.ts';

interface OpenFont {
  unitsPerEm: number;
  glyphForCodePoint: (codePoint: number) => { advanceWidth: number };
}

/** The cuts of Noto Sans SC that text is measured in, lightest first. */
const CUTS = [
  { upTo: 449, file: '400Regular/NotoSansSC_400Regular.ttf' },
  { upTo: 549, file: '500Medium/NotoSansSC_500Medium.ttf' },
  { upTo: 649, file: '600SemiBold/NotoSansSC_600SemiBold.ttf' },
  { upTo: Infinity, file: '700Bold/NotoSansSC_700Bold.ttf' },
];

/**
 * Measures text in Noto Sans SC, the font of cards and PDF and the last but one of the site's own list. A cut is opened
 * when it is first asked for; widths are those of the single glyphs, without kerning.
 */
export function createTextMeasurer(): MeasureText {
  const require = createRequire(import.meta.url);
  const fonts = new Map<string, OpenFont>();
  const widths = new Map<string, number>();
  return (text, fontSizePx, weight) => {
    const file = CUTS.find(({ upTo }) => weight <= upTo)?.file ?? '';
    let em = 0;
    for (const character of text) {
      const key = `${file} ${character}`;
      let width = widths.get(key);
      if (width === undefined) {
        let font = fonts.get(file);
        if (!font) {
          font = fontkit.openSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${file}`)) as unknown as OpenFont;
          fonts.set(file, font);
        }
        width = font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
        widths.set(key, width);
      }
      em += width;
    }
    return em * fontSizePx;
  };
}
