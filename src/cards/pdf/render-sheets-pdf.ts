import { PAPER_COLORS } from '../../model/hue.ts';
import type { Lang } from '../../model/localized.ts';
import { PT_PER_MM } from '../card-size.ts';
import type { Side } from '../face.ts';
import type { Place, SheetLine, SheetPage } from '../impose.ts';
import type { Paper } from '../paper.ts';
import type { Scene } from '../scene.ts';
import { drawScene, drawShape } from './draw-scene.ts';
import { pdfNumber } from './pdf-file.ts';
import type { CardFonts, PdfFonts } from './pdf-fonts.ts';
import { writeDocument, type DocumentAbout } from './write-document.ts';

/** What sheets print. */
export interface SheetsInput {
  about: DocumentAbout;
  paper: Paper;
  pages: readonly SheetPage[];
  /** The two sides of each card, in the order in which they were imposed. */
  cards: readonly Record<Side, Scene>[];
  /** What stands in the margin of a page, and in the outline, such as “Front desk · sheet 1, front”. */
  pageLabel: (page: SheetPage) => string;
}

const LABEL_PT = 6.5;
const MARK_WIDTH_PT = 0.35;
/** The label's baseline above the cards; crop marks begin above it. */
const LABEL_UP_MM = 2.2;

/** Sheets of cards: exact millimetres, cut and fold marks, text as text, no raster. Equal input, equal bytes. */
export function renderSheetsPdf(input: SheetsInput, fonts: CardFonts): Uint8Array<ArrayBuffer> {
  const { paper, pages, cards } = input;
  return writeDocument(
    input.about,
    pages.map((page) => ({
      widthMm: paper.widthMm,
      heightMm: paper.heightMm,
      draw: (used) => drawPage(page, input, used),
      bookmark: {
        title: input.pageLabel(page),
        within: page.side === 'front' ? cardsOn(page).map((card) => cards[card]?.front.title ?? '') : [],
      },
    })),
    fonts,
  );
}

function cardsOn({ places }: SheetPage): number[] {
  return [...new Set(places.map(({ card }) => card))];
}

function drawPage(page: SheetPage, { about, cards, pageLabel }: SheetsInput, fonts: PdfFonts): string {
  const drawn = page.places.flatMap((place) => {
    const scene = cards[place.card]?.[place.side];
    return scene ? [`q ${standing(place, scene)} cm ${clipTo(place, scene)}\n${drawScene(scene, fonts)}\nQ`] : [];
  });
  return [
    ...drawn,
    `q ${MARK_WIDTH_PT} w 0 0 0 RG ${linesOf(page.marks)}`,
    ...(page.folds.length > 0 ? [`[2 2] 0 d .55 .55 .55 RG ${linesOf(page.folds)}`] : []),
    'Q',
    ...drawLabels(page, [pageLabel(page), about.subject], about.lang, fonts),
  ].join('\n');
}

/** The margin above the cards says which page this is and, above the next column, how to print. */
function drawLabels(page: SheetPage, texts: [string, string], lang: Lang, fonts: PdfFonts): string[] {
  const { columnsMm, topMm } = page.grid;
  const baselinePt = (topMm - LABEL_UP_MM - bleedOf(page)) * PT_PER_MM;
  const labels = columnsMm.length > 1 ? texts : [texts.join('    ')];
  return labels.map((text, index) => {
    const xPt = ((columnsMm[index] ?? 0) + 3) * PT_PER_MM;
    const style = { widthPt: 0, sizePt: LABEL_PT, weight: 400, fill: PAPER_COLORS.inkSoft } as const;
    return drawShape({ kind: 'text', text, xPt, baselinePt, ...style }, lang, fonts);
  });
}

function bleedOf({ places }: SheetPage): number {
  return places[0]?.bleedMm.top ?? 0;
}

/** Moves the card's own top left corner to its place; on its head, to the opposite corner. */
function standing({ xMm, yMm, turned }: Place, { widthMm, heightMm }: Scene): string {
  const [x, y] = turned ? [xMm + widthMm, yMm + heightMm] : [xMm, yMm];
  const direction = turned ? '-1 0 0 -1' : '1 0 0 1';
  return `${direction} ${pdfNumber(x * PT_PER_MM)} ${pdfNumber(y * PT_PER_MM)}`;
}

/** The trimmed rectangle and what runs on beyond it, in the card's own coordinates. */
function clipTo({ bleedMm, turned }: Place, { widthMm, heightMm }: Scene): string {
  const { left, right, top, bottom } = bleedMm;
  const [nearX, nearY] = turned ? [right, bottom] : [left, top];
  const box = [-nearX, -nearY, widthMm + left + right, heightMm + top + bottom];
  return `${box.map((mm) => pdfNumber(mm * PT_PER_MM)).join(' ')} re W n`;
}

function linesOf(lines: readonly SheetLine[]): string {
  const ends = lines.map((line) => line.map((mm) => pdfNumber(mm * PT_PER_MM)));
  return `${ends.map(([x1 = '', y1 = '', x2 = '', y2 = '']) => `${x1} ${y1} m ${x2} ${y2} l`).join('\n')} S`;
}
