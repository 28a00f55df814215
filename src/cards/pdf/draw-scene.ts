import type { Lang } from '../../model/localized.ts';
import type { Scene, Shape } from '../scene.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import { pdfNumber, pdfText } from './pdf-file.ts';

/** The operators that draw a scene, in points from its top left corner, y downwards. */
export function drawScene({ shapes, lang }: Scene, fonts: PdfFonts): string {
  return shapes.map((shape) => drawShape(shape, lang, fonts)).join('\n');
}

/** The operators that draw one shape, y downwards. */
export function drawShape(shape: Shape, lang: Lang, fonts: PdfFonts): string {
  switch (shape.kind) {
    case 'rect':
      return `${colorOf(shape.fill)} rg ${numbers(shape.xPt, shape.yPt, shape.widthPt, shape.heightPt)} re f`;
    case 'modules': {
      const rects = shape.rects.map((rect) => `${numbers(...rect)} re`).join('\n');
      return `q ${placing(shape)} cm ${colorOf(shape.fill)} rg\n${rects}\nf Q`;
    }
    case 'stroke': {
      const line = `q ${placing(shape)} cm ${colorOf(shape.stroke)} RG ${pdfNumber(shape.width)} w ${pathOf(shape.d)} S Q`;
      return shape.says === undefined ? line : `/Span<</ActualText${pdfText(shape.says)}>>BDC ${line} EMC`;
    }
    case 'text': {
      const { text, weight, sizePt, xPt, baselinePt, fill } = shape;
      const font = `/F${weight} ${pdfNumber(sizePt)} Tf`;
      return `BT ${colorOf(fill)} rg ${font} 1 0 0 -1 ${numbers(xPt, baselinePt)} Tm ${fonts.show(text, weight, lang)} ET`;
    }
  }
}

/** Numbers with a space between them, in thousandths at most: finer than any printer. */
function numbers(...values: number[]): string {
  return values.map((value) => pdfNumber(Math.round(value * 1000) / 1000)).join(' ');
}

function placing({ xPt, yPt, scalePt }: { xPt: number; yPt: number; scalePt: number }): string {
  return `${pdfNumber(scalePt)} 0 0 ${pdfNumber(scalePt)} ${numbers(xPt, yPt)}`;
}

/** `#rrggbb` as three shares of one. */
function colorOf(hex: string): string {
  const channels = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
  return numbers(...channels);
}

/** A path of `M`, `L`, `C` and `Z`, all absolute, as operators. */
function pathOf(d: string): string {
  const operators = { M: 'm', L: 'l', C: 'c', Z: 'h' };
  return [...d.matchAll(/([MLCZ])([^MLCZ]*)/g)]
    .map(([, letter = 'Z', values = '']) => `${values.trim()} ${operators[letter as keyof typeof operators]}`)
    .join(' ');
}
