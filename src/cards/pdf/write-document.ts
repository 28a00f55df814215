import type { Lang } from '../../model/localized.ts';
import { PT_PER_MM } from '../card-size.ts';
import { createPdfFile, pdfNumber, pdfText, type PdfFile, type PdfRef } from './pdf-file.ts';
import { createPdfFonts, type CardFonts, type PdfFonts } from './pdf-fonts.ts';

/** What a document says of itself. */
export interface DocumentAbout {
  lang: Lang;
  title: string;
  author: string;
  subject: string;
  /** The day that the file is dated, so that equal cards make equal files: `2026-11-20`. */
  day: string;
}

/** A page: what it shows, where it is cut, and what leads to it from the side of the reader's window. */
export interface DocumentPage {
  widthMm: number;
  heightMm: number;
  /** How far the trimmed rectangle is inside the page; left out on sheets. */
  bleedMm?: number;
  /** Drawing operators; points from the top left corner, y downwards. */
  draw: (fonts: PdfFonts) => string;
  bookmark?: Bookmark;
}

/** An entry of the outline; `within` stand below it and lead to the same page. */
interface Bookmark {
  title: string;
  within: string[];
}

/** A PDF of vector drawings and real text, with its fonts' used glyphs inside. Equal input, equal bytes. */
export function writeDocument(
  about: DocumentAbout,
  pages: readonly DocumentPage[],
  cardFonts: CardFonts,
): Uint8Array<ArrayBuffer> {
  const file = createPdfFile();
  const fonts = createPdfFonts(cardFonts);
  const [tree, resources] = [file.reserve(), file.reserve()];
  const pageRefs = pages.map((page) => {
    const heightPt = page.heightMm * PT_PER_MM;
    const contents = file.addStream(`1 0 0 -1 0 ${pdfNumber(heightPt)} cm\n${page.draw(fonts)}`);
    return file.add(`<</Type/Page/Parent ${tree}${boxesOf(page)}/Resources ${resources}/Contents ${contents}>>`);
  });
  file.add(`<<${fonts.embed(file)}>>`, resources);
  file.add(`<</Type/Pages/Kids[${pageRefs.join(' ')}]/Count ${pages.length}>>`, tree);
  const outline = addOutline(
    file,
    pages.flatMap(({ bookmark }, index) => (bookmark ? [{ bookmark, page: pageRefs[index] ?? '' }] : [])),
  );
  const lang = about.lang === 'zh' ? 'zh-CN' : about.lang;
  const catalog = file.add(
    `<</Type/Catalog/Pages ${tree}/Lang(${lang})/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>${outline}>>`,
  );
  return file.finish(catalog, addInfo(file, about));
}

function boxesOf({ widthMm, heightMm, bleedMm }: DocumentPage): string {
  const [width, height] = [widthMm * PT_PER_MM, heightMm * PT_PER_MM];
  const media = `[0 0 ${pdfNumber(width)} ${pdfNumber(height)}]`;
  if (bleedMm === undefined) return `/MediaBox${media}`;
  const bleed = bleedMm * PT_PER_MM;
  const trim = [bleed, bleed, width - bleed, height - bleed].map(pdfNumber).join(' ');
  return `/MediaBox${media}/BleedBox${media}/TrimBox[${trim}]`;
}

function addInfo(file: PdfFile, { title, author, subject, day }: DocumentAbout): PdfRef {
  const date = `(D:${day.replaceAll('-', '')}000000Z)`;
  return file.add(
    `<</Title${pdfText(title)}/Author${pdfText(author)}/Subject${pdfText(subject)}/CreationDate${date}/ModDate${date}>>`,
  );
}

/** Writes the outline; the catalog's entry for it, empty without bookmarks. */
function addOutline(file: PdfFile, entries: readonly { bookmark: Bookmark; page: PdfRef }[]): string {
  if (entries.length === 0) return '';
  const root = file.reserve();
  const refs = entries.map(() => file.reserve());
  for (const [index, { bookmark, page }] of entries.entries()) {
    const own = refs[index] ?? '';
    const children = bookmark.within.map(() => file.reserve());
    for (const [place, title] of bookmark.within.entries()) {
      file.add(outlineItem(title, own, page, children[place - 1], children[place + 1]), children[place]);
    }
    const within =
      children.length === 0
        ? ''
        : `/First ${children[0] ?? ''}/Last ${children.at(-1) ?? ''}/Count -${children.length}`;
    file.add(outlineItem(bookmark.title, root, page, refs[index - 1], refs[index + 1], within), own);
  }
  file.add(`<</Type/Outlines/First ${refs[0] ?? ''}/Last ${refs.at(-1) ?? ''}/Count ${refs.length}>>`, root);
  return `/Outlines ${root}/PageMode/UseOutlines`;
}

function outlineItem(
  title: string,
  parent: PdfRef,
  page: PdfRef,
  before: PdfRef | undefined,
  after: PdfRef | undefined,
  within = '',
): string {
  const neighbours = `${before === undefined ? '' : `/Prev ${before}`}${after === undefined ? '' : `/Next ${after}`}`;
  return `<</Title${pdfText(title)}/Parent ${parent}${neighbours}/Dest[${page}/Fit]${within}>>`;
}
