import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import type { TextMeasurer, Weight } from '../../src/cards/measure-text.ts';
import type { Lang } from '../../src/model/localized.ts';

const PACKAGE = '@expo-google-fonts/noto-sans-sc';
const FILES: Record<Weight, string> = {
  400: '400Regular/NotoSansSC_400Regular.ttf',
  700: '700Bold/NotoSansSC_700Bold.ttf',
};

/** In this font quotes, apostrophes and dots are as wide as a Chinese character unless narrow ones are asked for. */
const FEATURES: Record<Lang, string[] | undefined> = { zh: undefined, en: ['pwid', 'palt'] };

/** The OpenType features that text in `lang` is measured and drawn with, beside the default ones. */
export function fontFeatures(lang: Lang): string[] | undefined {
  return FEATURES[lang];
}

/** Path of the font file for a weight. */
export function fontFile(root: string, weight: Weight): string {
  return createRequire(path.join(root, 'package.json')).resolve(`${PACKAGE}/${FILES[weight]}`);
}

/** Changes when the fonts do. */
export function fontVersion(root: string): string {
  const manifest = createRequire(path.join(root, 'package.json')).resolve(`${PACKAGE}/package.json`);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return `${PACKAGE}@${version}`;
}

/** Measures text in the fonts that cards are printed with; the font files are read at the first question. */
export function fontMeasurer(root: string, lang: Lang): TextMeasurer {
  const widths = new Map<string, number>();
  const measureEm = (text: string, weight: Weight): number => {
    const key = `${String(weight)} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const font = openFont(root, weight);
    const widthEm = font.layout(text, FEATURES[lang]).advanceWidth / font.unitsPerEm;
    widths.set(key, widthEm);
    return widthEm;
  };
  return {
    measure: (text, fontSizePt, weight) => measureEm(text, weight) * fontSizePt,
    hasGlyph: (character) => openFont(root, 400).hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  };
}

const opened = new Map<string, Font>();

function openFont(root: string, weight: Weight): Font {
  const file = fontFile(root, weight);
  const font = opened.get(file) ?? create(readFileSync(file));
  opened.set(file, font);
  return font;
}
