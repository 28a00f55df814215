import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import type { CardFont, ShapedGlyph } from '../../src/cards/card-font.ts';
import type { TextMeasurer, Weight } from '../../src/cards/measure-text.ts';
import type { CardFonts } from '../../src/cards/pdf/pdf-fonts.ts';
import type { Lang } from '../../src/model/localized.ts';

const PACKAGE = '@expo-google-fonts/noto-sans-sc';
const FILES: Record<Weight, { file: string; stem: number }> = {
  400: { file: '400Regular/NotoSansSC_400Regular.ttf', stem: 80 },
  700: { file: '700Bold/NotoSansSC_700Bold.ttf', stem: 140 },
};

/** In this font quotes, apostrophes and dots are as wide as a Chinese character unless narrow ones are asked for. */
const FEATURES: Record<Lang, string[] | undefined> = { zh: undefined, en: ['pwid', 'palt'] };

/** Changes when the fonts do. */
export function fontVersion(root: string): string {
  const manifest = createRequire(path.join(root, 'package.json')).resolve(`${PACKAGE}/package.json`);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return `${PACKAGE}@${version}`;
}

/** The fonts that cards are printed with; the files are read at the first question. */
export function cardFonts(root: string): CardFonts {
  return { 400: openFont(root, 400).font, 700: openFont(root, 700).font };
}

/** Measures text in the fonts that cards are printed with; the font files are read at the first question. */
export function fontMeasurer(root: string, lang: Lang): TextMeasurer {
  const widths = new Map<string, number>();
  const measureEm = (text: string, weight: Weight): number => {
    const key = `${String(weight)} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const { font } = openFont(root, weight);
    const widthEm = font.shape(text, lang).reduce((sum, { advance }) => sum + advance, 0) / font.unitsPerEm;
    widths.set(key, widthEm);
    return widthEm;
  };
  return {
    measure: (text, fontSizePt, weight) => measureEm(text, weight) * fontSizePt,
    hasGlyph: (character) => openFont(root, 400).hasGlyph(character),
  };
}

interface OpenFont {
  font: CardFont;
  hasGlyph: (character: string) => boolean;
}

const opened = new Map<string, OpenFont>();

function openFont(root: string, weight: Weight): OpenFont {
  const { file, stem } = FILES[weight];
  const found = createRequire(path.join(root, 'package.json')).resolve(`${PACKAGE}/${file}`);
  const known = opened.get(found);
  if (known) return known;
  const font = create(readFileSync(found));
  const { minX, minY, maxX, maxY } = font.bbox;
  const open: OpenFont = {
    font: {
      name: font.postscriptName,
      unitsPerEm: font.unitsPerEm,
      ascent: font.ascent,
      descent: font.descent,
      capHeight: font.capHeight,
      box: [minX, minY, maxX, maxY],
      stem,
      shape: shaperOf(font),
      outline: (glyph) => font.getGlyph(glyph).path.commands,
    },
    hasGlyph: (character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  };
  opened.set(found, open);
  return open;
}

/** Shapes a text once: the same words stand on many faces. */
function shaperOf(font: Font): CardFont['shape'] {
  const shaped = new Map<string, ShapedGlyph[]>();
  return (text, lang) => {
    const key = `${lang} ${text}`;
    const known = shaped.get(key);
    if (known) return known;
    const { glyphs, positions } = font.layout(text, FEATURES[lang]);
    const characters = Array.from(text);
    const result = glyphs.map((glyph, index): ShapedGlyph => {
      const position = positions[index];
      // A glyph remembers the first character that it was found by; with one glyph a character, the text knows better.
      const own = glyphs.length === characters.length ? characters[index] : undefined;
      return {
        id: glyph.id,
        text: own ?? String.fromCodePoint(...glyph.codePoints),
        advance: position?.xAdvance ?? glyph.advanceWidth,
        width: glyph.advanceWidth,
        shift: position?.xOffset ?? 0,
      };
    });
    shaped.set(key, result);
    return result;
  };
}
