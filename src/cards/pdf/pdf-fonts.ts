import { hashText } from '../../model/hash-text.ts';
import type { Lang } from '../../model/localized.ts';
import type { CardFont, ShapedGlyph } from '../card-font.ts';
import type { Weight } from '../measure-text.ts';
import { cffFont } from './cff-font.ts';
import { glyphProgram, USUAL_WIDTH } from './glyph-program.ts';
import { hex4, pdfNumber, type PdfFile } from './pdf-file.ts';
import { smoothOutline } from './smooth-outline.ts';

/** The fonts that cards are drawn with, by weight. */
export type CardFonts = Readonly<Record<Weight, CardFont>>;

/** The fonts of a document: what is set in them is gathered, and only that is embedded. */
export interface PdfFonts {
  /** The operators that show a text: a string, or one with its spacing. */
  show: (text: string, weight: Weight, lang: Lang) => string;
  /** Writes the fonts into the file; PDF syntax for a page's resources. */
  embed: (file: PdfFile) => string;
}

interface UsedGlyph extends ShapedGlyph {
  number: number;
}

/** Gathers the glyphs of a document. */
export function createPdfFonts(fonts: CardFonts): PdfFonts {
  const used: Record<Weight, Map<string, UsedGlyph>> = { 400: new Map(), 700: new Map() };
  const numberOf = (glyph: ShapedGlyph, weight: Weight): number => {
    const known = used[weight];
    const key = `${glyph.id} ${glyph.text}`;
    const found = known.get(key) ?? { ...glyph, number: known.size + 1 };
    known.set(key, found);
    return found.number;
  };
  return {
    show: (text, weight, lang) => {
      const font = fonts[weight];
      const parts: string[] = [];
      let codes = '';
      /** How far the writing position is behind where it should be. */
      let owed = 0;
      for (const glyph of font.shape(text, lang)) {
        const move = owed + glyph.shift;
        if (move !== 0) {
          parts.push(...(codes === '' ? [] : [`<${codes}>`]), pdfNumber((-move * 1000) / font.unitsPerEm));
          codes = '';
        }
        codes += hex4(numberOf(glyph, weight));
        owed = glyph.advance - glyph.width - glyph.shift;
      }
      return parts.length === 0 ? `<${codes}>Tj` : `[${parts.join('')}<${codes}>]TJ`;
    },
    embed: (file) => {
      const entries = ([400, 700] as const).flatMap((weight) => {
        const glyphs = [...used[weight].values()];
        return glyphs.length === 0 ? [] : [`/F${weight} ${embedFont(file, fonts[weight], glyphs)}`];
      });
      return `/Font<<${entries.join('')}>>`;
    },
  };
}

const programs = new WeakMap<CardFont, Map<number, Uint8Array>>();

/** The program of a glyph, made once. */
function programOf(font: CardFont, { id, width }: ShapedGlyph): Uint8Array {
  const known = programs.get(font) ?? new Map<number, Uint8Array>();
  programs.set(font, known);
  const program = known.get(id) ?? glyphProgram(smoothOutline(font.outline(id)), width, font.unitsPerEm);
  known.set(id, program);
  return program;
}

function embedFont(file: PdfFile, font: CardFont, glyphs: readonly UsedGlyph[]): string {
  const thousandths = (value: number): number => Math.round((value * 1000) / font.unitsPerEm);
  const name = `${subsetTag(glyphs)}+${font.name}`;
  const box = font.box.map(thousandths);
  const program = cffFont(
    name,
    glyphs.map((glyph) => programOf(font, glyph)),
    box,
  );
  const data = file.addStream(program, '/Subtype/CIDFontType0C');
  const descriptor = file.add(
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${box.join(' ')}]/ItalicAngle 0` +
      `/Ascent ${thousandths(font.ascent)}/Descent ${thousandths(font.descent)}` +
      `/CapHeight ${thousandths(font.capHeight)}/StemV ${font.stem}/FontFile3 ${data}>>`,
  );
  const descendant = file.add(
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/${name}` +
      '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>' +
      `/FontDescriptor ${descriptor}/DW ${USUAL_WIDTH}${widthsOf(glyphs, thousandths)}>>`,
  );
  const toUnicode = file.addStream(unicodeMap(glyphs));
  return file.add(
    `<</Type/Font/Subtype/Type0/BaseFont/${name}-Identity-H/Encoding/Identity-H` +
      `/DescendantFonts[${descendant}]/ToUnicode ${toUnicode}>>`,
  );
}

/** Six capitals that tell this choice of glyphs from others. */
function subsetTag(glyphs: readonly UsedGlyph[]): string {
  const hash = hashText(glyphs.map(({ id }) => id).join(' '));
  return Array.from({ length: 6 }, (_, index) => String.fromCharCode(65 + (hash.charCodeAt(index) % 26))).join('');
}

function widthsOf(glyphs: readonly UsedGlyph[], thousandths: (value: number) => number): string {
  const unusual = glyphs.filter(({ width }) => thousandths(width) !== USUAL_WIDTH);
  if (unusual.length === 0) return '';
  return `/W[${unusual.map(({ number, width }) => `${number}[${thousandths(width)}]`).join('')}]`;
}

/** What the glyphs stand for, for search and copy. */
function unicodeMap(glyphs: readonly UsedGlyph[]): string {
  const lines = glyphs.map(({ number, text }) => {
    const units = Array.from({ length: text.length }, (_, index) => hex4(text.charCodeAt(index)));
    return `<${hex4(number)}><${units.join('')}>`;
  });
  const blocks: string[] = [];
  // No block may hold more than a hundred.
  for (let first = 0; first < lines.length; first += 100) {
    const block = lines.slice(first, first + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def',
    '/CMapName/Adobe-Identity-UCS def/CMapType 2 def',
    '1 begincodespacerange<0000><FFFF>endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict/CMap defineresource pop end end',
  ].join('\n');
}
