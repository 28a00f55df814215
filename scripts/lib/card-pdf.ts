import PDFDocument from 'pdfkit';
import { BADGE, PT_PER_MM } from '../../src/cards/card-size.ts';
import { A4, imposeDuplex, type SheetPage } from '../../src/cards/impose.ts';
import type { Scene, Shape } from '../../src/cards/scene.ts';
import { PAPER_COLORS } from '../../src/model/hue.ts';
import type { Lang } from '../../src/model/localized.ts';
import { fontFeatures, fontFile } from './card-fonts.ts';

/** What a sheet prints: the two sides of each card, and what the document says of itself. */
export interface SheetInput {
  lang: Lang;
  title: string;
  author: string;
  /** Says how to print; stands in the margin of every page and in the document's subject. */
  instruction: string;
  /** The day that the file is dated, so that equal cards make equal files: `2026-11-20`. */
  day: string;
  cards: { front: Scene; back: Scene }[];
  /** What stands in the margin of a page, such as “Front desk · sheet 1, front”. */
  pageLabel: (page: SheetPage) => string;
}

const LABEL_PT = 6.5;
const MARK_WIDTH_PT = 0.35;

/** Sheets of cards as a PDF: exact millimetres, crop marks, text as text, no raster. Equal input, equal bytes. */
export function renderSheetPdf(root: string, input: SheetInput): Promise<Uint8Array> {
  const date = new Date(`${input.day}T00:00:00Z`);
  const doc = new PDFDocument({
    size: [A4.widthMm * PT_PER_MM, A4.heightMm * PT_PER_MM],
    margin: 0,
    pdfVersion: '1.7',
    lang: input.lang === 'zh' ? 'zh-CN' : input.lang,
    displayTitle: true,
    font: '',
    autoFirstPage: false,
    info: {
      Title: input.title,
      Author: input.author,
      Subject: input.instruction,
      CreationDate: date,
      ModDate: date,
    },
  });
  const done = collect(doc);
  doc.registerFont('400', fontFile(root, 400));
  doc.registerFont('700', fontFile(root, 700));
  for (const page of imposeDuplex(input.cards.length, BADGE, A4)) drawPage(doc, page, input);
  doc.end();
  return done;
}

function drawPage(doc: PDFDocument, page: SheetPage, input: SheetInput): void {
  doc.addPage();
  for (const { card, xMm, yMm } of page.places) {
    const scene = input.cards[card]?.[page.side];
    if (!scene) continue;
    doc.save().translate(xMm * PT_PER_MM, yMm * PT_PER_MM);
    doc.rect(0, 0, scene.widthMm * PT_PER_MM, scene.heightMm * PT_PER_MM).clip();
    for (const shape of scene.shapes) drawShape(doc, shape, scene.lang);
    doc.restore();
  }
  doc.save().lineWidth(MARK_WIDTH_PT);
  for (const [x1, y1, x2, y2] of page.marks) {
    doc.moveTo(x1 * PT_PER_MM, y1 * PT_PER_MM).lineTo(x2 * PT_PER_MM, y2 * PT_PER_MM);
  }
  doc.stroke('#000000').restore();
  drawLabel(doc, page, input);
}

/** The line in the margin: which page this is above the first column, how to print above the next. */
function drawLabel(doc: PDFDocument, page: SheetPage, input: SheetInput): void {
  const { columnsMm, topMm } = page.grid;
  const baselinePt = (topMm - 2.2) * PT_PER_MM;
  const texts = [input.pageLabel(page), input.instruction];
  for (const [index, text] of texts.entries()) {
    const xPt = ((columnsMm[index] ?? 0) + 3) * PT_PER_MM;
    drawText(doc, { text, xPt, baselinePt, sizePt: LABEL_PT, weight: 400, fill: PAPER_COLORS.inkSoft }, input.lang);
  }
}

function drawShape(doc: PDFDocument, shape: Shape, lang: Lang): void {
  switch (shape.kind) {
    case 'rect':
      doc.rect(shape.xPt, shape.yPt, shape.widthPt, shape.heightPt).fill(shape.fill);
      break;
    case 'stroke':
      doc.save().translate(shape.xPt, shape.yPt).scale(shape.scalePt);
      doc.lineWidth(shape.width).path(shape.d).stroke(shape.stroke).restore();
      break;
    case 'modules':
      doc.save().translate(shape.xPt, shape.yPt).scale(shape.scalePt);
      for (const [x, y, width, height] of shape.rects) doc.rect(x, y, width, height);
      doc.fill(shape.fill).restore();
      break;
    case 'text':
      drawText(doc, shape, lang);
      break;
  }
}

type TextShape = Omit<Extract<Shape, { kind: 'text' }>, 'kind' | 'widthPt'>;

function drawText(doc: PDFDocument, { text, xPt, baselinePt, sizePt, weight, fill }: TextShape, lang: Lang): void {
  const features = fontFeatures(lang);
  doc.font(String(weight)).fontSize(sizePt).fillColor(fill);
  doc.text(text, xPt, baselinePt, { lineBreak: false, baseline: 'alphabetic', ...(features && { features }) });
}

function collect(doc: PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('error', reject);
    doc.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(chunks)));
    });
  });
}
