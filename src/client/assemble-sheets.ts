import { degrees, PDFDocument, type PDFEmbeddedPage, type PDFPage, rgb } from '@cantoo/pdf-lib';
import { CARD_SIZES, PT_PER_MM } from '../cards/card-size.ts';
import { BLEED_MM, impose, type Place, type SheetLine } from '../cards/impose.ts';
import { PAPERS } from '../cards/paper.ts';
import type { PrintSettings } from '../cards/print-settings.ts';
import { LABEL_BASELINE_PT, LABEL_PIECES, sheetLabels, type LabelPiece } from '../cards/sheet-labels.ts';
import type { FaceAddress } from './print-sheets.ts';

/** What the file says of itself. */
export interface SheetsAbout {
  title: string;
  author: string;
  lang: string;
}

const MARK_WIDTH_PT = 0.35;

/**
 * Puts cards on sheets as one PDF, from the faces that the site keeps as small files with their own glyphs, so that no
 * font is fetched. Each face is fetched once.
 * @param labelsUrl where the parts of the labels in the margins lie.
 * @throws when a face cannot be fetched.
 */
export async function assembleSheets(
  count: number,
  settings: PrintSettings,
  { title, author, lang }: SheetsAbout,
  address: FaceAddress,
  labelsUrl: string,
  onProgress: (done: number, all: number) => void,
): Promise<Uint8Array> {
  const pages = impose(count, settings);
  const file = await PDFDocument.create();
  file.setTitle(title, { showInWindowTitleBar: true });
  file.setAuthor(author);
  file.setLanguage(lang);
  const { widthMm, heightMm } = PAPERS[settings.paper];
  const pieces = await embedPieces(file, labelsUrl);
  const all = pages.reduce((sum, { places }) => sum + places.length, 0);
  let done = 0;
  for (const sheet of pages) {
    const { places, marks, folds } = sheet;
    const page = file.addPage([widthMm * PT_PER_MM, heightMm * PT_PER_MM]);
    const line = ([x1, y1, x2, y2]: SheetLine, grey: number, dashArray?: number[]): void => {
      page.drawLine({
        start: { x: x1 * PT_PER_MM, y: (heightMm - y1) * PT_PER_MM },
        end: { x: x2 * PT_PER_MM, y: (heightMm - y2) * PT_PER_MM },
        thickness: MARK_WIDTH_PT,
        color: rgb(grey, grey, grey),
        ...(dashArray && { dashArray }),
      });
    };
    for (const place of places) {
      const face = await embedFace(file, address(place.card, place.side), place, settings);
      const { left, right, top, bottom } = place.bleedMm;
      const card = CARD_SIZES[settings.size];
      const [x, y] = place.turned
        ? [place.xMm + card.widthMm + right, heightMm - place.yMm + top]
        : [place.xMm - left, heightMm - place.yMm - card.heightMm - bottom];
      page.drawPage(face, { x: x * PT_PER_MM, y: y * PT_PER_MM, ...(place.turned && { rotate: degrees(180) }) });
      done += 1;
      onProgress(done, all);
    }
    for (const mark of marks) line(mark, 0);
    for (const fold of folds) line(fold, 0.55, [2, 2]);
    for (const label of sheetLabels(sheet, settings.sides)) {
      let x = label.xMm * PT_PER_MM;
      const y = (heightMm - label.baselineMm) * PT_PER_MM - LABEL_BASELINE_PT;
      for (const piece of label.pieces.flatMap((name) => pieces.get(name) ?? [])) {
        page.drawPage(piece, { x, y });
        x += piece.width;
      }
    }
  }
  return file.save();
}

async function fetchPages(url: string): Promise<PDFPage[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await PDFDocument.load(await response.arrayBuffer())).getPages();
}

async function embedPieces(file: PDFDocument, url: string): Promise<Map<LabelPiece, PDFEmbeddedPage>> {
  const embedded = await file.embedPages(await fetchPages(url));
  return new Map(LABEL_PIECES.flatMap((name, index) => (embedded[index] ? [[name, embedded[index]]] : [])));
}

/** The part of a face's page that is shown: the trimmed card, and the bleed asked for. */
async function embedFace(
  file: PDFDocument,
  url: string,
  { bleedMm, turned }: Place,
  { size }: PrintSettings,
): Promise<PDFEmbeddedPage> {
  const [source] = await fetchPages(url);
  if (!source) throw new Error(`${url} has no page.`);
  const { widthMm, heightMm } = CARD_SIZES[size];
  const { left, right, top, bottom } = bleedMm;
  const [near, far] = turned ? [right, left] : [left, right];
  const [low, high] = turned ? [top, bottom] : [bottom, top];
  return file.embedPage(source, {
    left: (BLEED_MM - near) * PT_PER_MM,
    right: (BLEED_MM + widthMm + far) * PT_PER_MM,
    bottom: (BLEED_MM - low) * PT_PER_MM,
    top: (BLEED_MM + heightMm + high) * PT_PER_MM,
  });
}
