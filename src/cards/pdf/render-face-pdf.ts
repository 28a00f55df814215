import { PT_PER_MM } from '../card-size.ts';
import { BLEED_MM } from '../impose.ts';
import type { Scene } from '../scene.ts';
import { drawScene } from './draw-scene.ts';
import { pdfNumber } from './pdf-file.ts';
import type { CardFonts } from './pdf-fonts.ts';
import { writeDocument, type DocumentAbout } from './write-document.ts';

/** Sides of a card as pages of their own, with bleed all around and the boxes that a print shop asks for. */
export function renderFacePdf(
  about: DocumentAbout,
  scenes: readonly Scene[],
  fonts: CardFonts,
): Uint8Array<ArrayBuffer> {
  const bleed = pdfNumber(BLEED_MM * PT_PER_MM);
  return writeDocument(
    about,
    scenes.map((scene) => ({
      widthMm: scene.widthMm + 2 * BLEED_MM,
      heightMm: scene.heightMm + 2 * BLEED_MM,
      bleedMm: BLEED_MM,
      draw: (used) => `1 0 0 1 ${bleed} ${bleed} cm\n${drawScene(scene, used)}`,
      ...(scenes.length > 1 && { bookmark: { title: scene.title, within: [] } }),
    })),
    fonts,
  );
}
