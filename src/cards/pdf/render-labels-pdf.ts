import { PAPER_COLORS } from '../../model/hue.ts';
import { PT_PER_MM } from '../card-size.ts';
import { LABEL_BASELINE_PT, LABEL_PIECES, LABEL_PT, type LabelPiece } from '../sheet-labels.ts';
import { drawShape } from './draw-scene.ts';
import type { CardFonts } from './pdf-fonts.ts';
import { writeDocument, type DocumentAbout } from './write-document.ts';

/**
 * The parts of the labels in a sheet's margin, each on a page as wide as itself, in the order of `LABEL_PIECES`, so that
 * a browser can put labels together without a font.
 */
export function renderLabelsPdf(
  about: DocumentAbout,
  texts: Readonly<Record<LabelPiece, string>>,
  fonts: CardFonts,
): Uint8Array<ArrayBuffer> {
  const { shape, unitsPerEm } = fonts[400];
  const heightPt = LABEL_PT + LABEL_BASELINE_PT;
  return writeDocument(
    about,
    LABEL_PIECES.map((piece) => {
      const text = texts[piece];
      const widthPt = (shape(text, about.lang).reduce((sum, { advance }) => sum + advance, 0) * LABEL_PT) / unitsPerEm;
      const baselinePt = heightPt - LABEL_BASELINE_PT;
      const style = { widthPt, sizePt: LABEL_PT, weight: 400, fill: PAPER_COLORS.inkSoft } as const;
      return {
        widthMm: widthPt / PT_PER_MM,
        heightMm: heightPt / PT_PER_MM,
        draw: (used) => drawShape({ kind: 'text', text, xPt: 0, baselinePt, ...style }, about.lang, used),
      };
    }),
    fonts,
  );
}
