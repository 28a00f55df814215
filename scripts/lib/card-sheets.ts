import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { BADGE } from '../../src/cards/card-size.ts';
import { SIDES, type FaceContent, type Side } from '../../src/cards/face.ts';
import { A4, imposeDuplex } from '../../src/cards/impose.ts';
import { renderFaceSvg } from '../../src/cards/render-face-svg.ts';
import { cardTexts } from '../../src/i18n/cards.ts';
import { uiTexts } from '../../src/i18n/ui.ts';
import { hashText } from '../../src/model/hash-text.ts';
import type { Lang } from '../../src/model/localized.ts';
import { renderSheetPdf } from './card-pdf.ts';
import { drawerOf } from './card-scenes.ts';
import type { CardView, DeckView } from './cards-of-site.ts';
import { writeFile } from './write-file.ts';

/** One side of a card as a stand-alone SVG of its true size. */
export function faceSvg(card: CardView, lang: Lang, side: Side, root = process.cwd()): string {
  return renderFaceSvg(drawerOf(root).draw(faceOf(card, lang, side)).scene);
}

/**
 * A deck on A4 for printing on both sides, as a PDF: ten cards a sheet, fronts and then backs. Kept in `.cache/cards/`
 * for the next run, under a name made of everything that decides how it looks.
 */
export async function sheetPdf(deck: DeckView, lang: Lang, root = process.cwd()): Promise<Uint8Array> {
  const drawer = drawerOf(root);
  const faces = deck.cards.map((card) => ({ front: faceOf(card, lang, 'front'), back: faceOf(card, lang, 'back') }));
  const texts = cardTexts(lang);
  const about = {
    lang,
    title: deck.title[lang],
    author: deck.site[lang],
    instruction: texts('sheet.instruction'),
    day: latest(deck.cards.map(({ reviewed }) => reviewed)),
  };
  const pageTexts = [texts('sheet.page'), ...SIDES.map((side) => uiTexts(lang)(`card.${side}`))];
  const keys = faces.flatMap(({ front, back }) => [drawer.keyOf(front), drawer.keyOf(back)]);
  const key = hashText(JSON.stringify([writerVersion(root), about, pageTexts, keys]));
  const file = path.join(root, '.cache', 'cards', `${key}.pdf`);
  const kept = readKept(file);
  if (kept) return kept;

  const pdf = await renderSheetPdf(root, {
    ...about,
    cards: faces.map(({ front, back }) => ({ front: drawer.draw(front).scene, back: drawer.draw(back).scene })),
    pageLabel: ({ sheet, side }) =>
      texts('sheet.page', { deck: deck.title[lang], sheet, side: uiTexts(lang)(`card.${side}`) }),
  });
  writeFile(file, pdf);
  return pdf;
}

/** How many printed pages a deck takes. */
export function sheetPages(deck: DeckView): number {
  return imposeDuplex(deck.cards.length, BADGE, A4).length;
}

function faceOf(card: CardView, lang: Lang, side: Side): FaceContent {
  const face = card.face(lang, side);
  if ('kind' in face) throw new Error(`Card ${card.id} has no ${side} in ${lang}: ${face.kind}.`);
  return face;
}

/** The last of some days as written in records, which sort as text. */
function latest(days: readonly string[]): string {
  return [...days].sort().at(-1) ?? '1970-01-01';
}

/** Changes when the program that writes the PDF does. */
function writerVersion(root: string): string {
  const entry = createRequire(path.join(root, 'package.json')).resolve('pdfkit');
  const manifest = path.join(path.dirname(entry), '..', 'package.json');
  return [manifest, path.join(root, 'scripts', 'lib', 'card-pdf.ts')]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

function readKept(file: string): Uint8Array | undefined {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    // Not made yet.
    return undefined;
  }
}
