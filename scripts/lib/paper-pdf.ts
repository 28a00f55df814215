import { drawShape } from '../../src/cards/pdf/draw-scene.ts';
import { writeDocument, type DocumentPage } from '../../src/cards/pdf/write-document.ts';
import { PAPERS } from '../../src/cards/paper.ts';
import { paperTexts } from '../../src/i18n/paper.ts';
import { hashText } from '../../src/model/hash-text.ts';
import { remember } from '../../src/model/remember.ts';
import { cardFonts, fontMeasurer, fontVersion } from './card-fonts.ts';
import { codeVersion } from './code-version.ts';
import { hasFile, keepFile, keptFile } from './file-cache.ts';
import { layOutKey, layOutSheets, type PaperAbout, type PaperVersion } from './paper-layout.ts';

/** A paper in its versions, and the day that its file is dated. */
export interface Paper {
  about: PaperAbout;
  versions: readonly PaperVersion[];
  /** `2026-11-20`, so that equal papers make equal files. */
  day: string;
}

/** What lays out and draws, and the words that it adds. */
const PROGRAMS = [
  'src/cards/pdf',
  'src/quiz/types',
  'src/cards/break-lines.ts',
  'src/cards/stack-scenes.ts',
  'scripts/lib/paper-pdf.ts',
  'scripts/lib/paper-layout.ts',
  'scripts/lib/paper-pen.ts',
  'src/i18n/paper.zh.json',
  'src/i18n/paper.en.json',
];

/** The parts that a paper is printed in. */
export type PaperPart = 'sheets' | 'key';

/**
 * The sheets or the key of a paper as a PDF: text as text, fonts embedded, equal input, equal bytes. Kept in
 * `.cache/papers/` for the next run, under a name made of everything that decides how it looks.
 */
export function paperPdf(paper: Paper, part: PaperPart, root = process.cwd()): Uint8Array<ArrayBuffer> {
  const { about, versions, day } = paper;
  const file = nameOfPaper(paper, part, root);
  const kept = keptFile(root, 'papers', file);
  if (kept) return kept;

  const say = paperTexts(about.lang);
  const measurer = fontMeasurer(root, about.lang);
  const layOut = part === 'sheets' ? layOutSheets : layOutKey;
  const { widthMm, heightMm } = PAPERS.a4;
  const pages = versions.flatMap((version) =>
    layOut(about, version, measurer).map((shapes, at): DocumentPage => {
      const title = say(part === 'sheets' ? 'versionMark' : 'keyMark', { version: version.name });
      return {
        widthMm,
        heightMm,
        draw: (fonts) => shapes.map((shape) => drawShape(shape, about.lang, fonts)).join('\n'),
        ...(at === 0 && { bookmark: { title, within: [] } }),
      };
    }),
  );
  const title = say(part === 'sheets' ? 'sheetTitle' : 'keyTitle', { title: about.title });
  const { lang, site, seed } = about;
  const pdf = writeDocument({ lang, title, author: site, subject: seed, day }, pages, cardFonts(root));
  keepFile(root, 'papers', file, pdf);
  return pdf;
}

/** Whether a paper was made before. */
export function isPaperKept(paper: Paper, part: PaperPart, root: string): boolean {
  return hasFile(root, 'papers', nameOfPaper(paper, part, root));
}

const nameOfPaper = remember(
  (paper: Paper, part: PaperPart, root: string) =>
    `${hashText(JSON.stringify([fontVersion(root), codeVersion(root, PROGRAMS), part, paper]))}.pdf`,
);
