import { drawShape } from '../../src/cards/pdf/draw-scene.ts';
import { writeDocument, type DocumentPage } from '../../src/cards/pdf/write-document.ts';
import { PAPERS } from '../../src/cards/paper.ts';
import { onboardingTexts } from '../../src/i18n/onboarding.ts';
import { hashText } from '../../src/model/hash-text.ts';
import { LANGS } from '../../src/model/lang.ts';
import { remember } from '../../src/model/remember.ts';
import { cardFonts, fontMeasurer, fontVersion } from './card-fonts.ts';
import { drawerOf } from './card-scenes.ts';
import { codeVersion } from './code-version.ts';
import { hasFile, keepFile, keptFile } from './file-cache.ts';
import { layOutChecklist, layOutHandout } from './path-layout.ts';
import type { PathPaper, PathPaperKind } from './path-papers.ts';

/** What lays out and draws, and the words that it adds. */
const PROGRAMS = [
  'src/cards',
  ...['paper-layout', 'paper-pen', 'path-layout', 'path-pdf', 'set-markdown'].map((name) => `scripts/lib/${name}.ts`),
  ...['paper', 'onboarding'].flatMap((name) => LANGS.map((lang) => `src/i18n/${name}.${lang}.json`)),
];

/**
 * A path's checklist or handout as a PDF: text as text, fonts embedded, equal input, equal bytes. Kept in
 * `.cache/papers/` for the next run, under a name made of everything that decides how it looks.
 */
export function pathPdf(paper: PathPaper, kind: PathPaperKind, root = process.cwd()): Uint8Array<ArrayBuffer> {
  const file = nameOfPaper(paper, kind, root);
  const kept = keptFile(root, 'papers', file);
  if (kept) return kept;

  const { lang, site, description, day } = paper;
  const say = onboardingTexts(lang).paper;
  const measurer = fontMeasurer(root, lang);
  const { pages, bookmarks } =
    kind === 'checklist'
      ? layOutChecklist(paper, measurer)
      : layOutHandout(paper, measurer, (face, size) => drawerOf(root).draw(face, size).scene);
  const { widthMm, heightMm } = PAPERS.a4;
  const title = (kind === 'checklist' ? say.checklistTitle : say.handoutTitle).replace('{title}', paper.title);
  const pdf = writeDocument(
    { lang, title, author: site, subject: description, day },
    pages.map((shapes, at): DocumentPage => {
      const bookmark = bookmarks.find(({ page }) => page === at);
      return {
        widthMm,
        heightMm,
        draw: (fonts) => shapes.map((shape) => drawShape(shape, lang, fonts)).join('\n'),
        ...(bookmark && { bookmark }),
      };
    }),
    cardFonts(root),
  );
  keepFile(root, 'papers', file, pdf);
  return pdf;
}

/** Whether a path's paper was made before. */
export function isPathPaperKept(paper: PathPaper, kind: PathPaperKind, root: string): boolean {
  return hasFile(root, 'papers', nameOfPaper(paper, kind, root));
}

const nameOfPaper = remember(
  (paper: PathPaper, kind: PathPaperKind, root: string) =>
    `${hashText(JSON.stringify([fontVersion(root), codeVersion(root, PROGRAMS), kind, paper]))}.pdf`,
);
