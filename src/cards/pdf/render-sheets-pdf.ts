import { PAPER_COLORS } from '../../model/hue.ts';
import { PT_PER_MM } from '../card-size.ts';
import type { Side } from '../face.ts';
import type { Place, SheetLine, SheetPage } from '../impose.ts';
import type { Paper } from '../paper.ts';
import type { PrintSettings } from '../print-settings.ts';
import type { Scene } from '../scene.ts';
import { LABEL_PT, pageLabel, sheetLabels, type LabelPiece } from '../sheet-labels.ts';
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
  /** How they are printed, as their labels say. */
  sides: PrintSettings['sides'];
  /** What the parts of the labels in the margins and in the outline say. */
  labels: Readonly<Record<LabelPiece, string>>;
}

const MARK_WIDTH_PT = 0.35;

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
        title: joined(pageLabel(page, input.sides), input),
        within: page.side === 'front' ? cardsOn(page).map((card) => cards[card]?.front.title ?? '') : [],
      },
    })),
    fonts,
  );
}

function cardsOn({ places }: SheetPage): number[] {
  return [...new Set(places.map(({ card }) => card))];
}

function joined(pieces: readonly LabelPiece[], { labels }: SheetsInput): string {
  return pieces.map((piece) => labels[piece]).join('');
}

function drawPage(page: SheetPage, input: SheetsInput, fonts: PdfFonts): string {
  const { cards } = input;
  const drawn = page.places.flatMap((place) => {
    const scene = cards[place.card]?.[place.side];
    return scene ? [`q ${standing(place, scene)} cm ${clipTo(place, scene)}\n${drawScene(scene, fonts)}\nQ`] : [];
  });
  return [
    ...drawn,
    `q ${MARK_WIDTH_PT} w 0 0 0 RG ${linesOf(page.marks)}`,
    ...(page.folds.length > 0 ? [`[2 2] 0 d .55 .55 .55 RG ${linesOf(page.folds)}`] : []),
    'Q',
    ...drawLabels(page, input, fonts),
  ].join('\n');
}

function drawLabels(page: SheetPage, input: SheetsInput, fonts: PdfFonts): string[] {
  const style = { kind: 'text', widthPt: 0, sizePt: LABEL_PT, weight: 400, fill: PAPER_COLORS.inkSoft } as const;
  return sheetLabels(page, input.sides).map(({ pieces, xMm, baselineMm }) => {
    const [text, xPt, baselinePt] = [joined(pieces, input), xMm * PT_PER_MM, baselineMm * PT_PER_MM];
    return drawShape({ ...style, text, xPt, baselinePt }, input.about.lang, fonts);
  });
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
