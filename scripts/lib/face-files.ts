import path from 'node:path';
import type { Records } from '../../src/blocks/records.ts';
import { PRINT_SIZE_IDS } from '../../src/cards/card-size.ts';
import { SIDES } from '../../src/cards/face.ts';
import { READY_MADE } from '../../src/cards/print-settings.ts';
import { exportName } from '../../src/exporters/exporter.ts';
import { downloadFormats } from '../../src/exporters/registry.ts';
import { previewPath } from '../../src/links/page-previews.ts';
import { LANGS, type Lang } from '../../src/model/localized.ts';
import { facePdf, faceSvg, phonePng, previewPng, sheetPdf } from './card-files.ts';
import { cardsOfSite, decksOfSite, type CardView } from './cards-of-site.ts';
import { loadExportTools } from './export-tools.ts';
import { paperPdf } from './paper-pdf.ts';
import { drawSitePaper, papersOfSite } from './papers-of-site.ts';
import { pathPaper, pathPaperUrl, PATH_PAPERS } from './path-papers.ts';
import { pathPdf } from './path-pdf.ts';
import { previewsOfSite } from './preview-files.ts';
import { allBanks, keptExport } from './question-banks.ts';
import { writeFile } from './write-file.ts';

type Bytes = string | Uint8Array;

/** The files of the site that are no pages, by their addresses, root-relative, base path not included. */
export type FaceFiles = ReadonlyMap<string, () => Bytes | Promise<Bytes>>;

/**
 * The costly files of the site by their addresses, the same as its routes give in the dev server. A build writes them
 * itself: handed through Astro one by one, thousands of them take longer than the pages.
 */
export function faceFiles(records: Records): FaceFiles {
  return new Map([
    ...cardsOfSite(records).flatMap((card) => LANGS.flatMap((lang) => filesOfCard(card, lang))),
    ...previewsOfSite(records).map(({ page, lang, content }) =>
      file(previewPath(page, lang), () => previewPng(content)),
    ),
    ...decksOfSite(records).flatMap((deck) =>
      READY_MADE.flatMap((settings) =>
        LANGS.map((lang) => file(deck.pdfUrl(lang, settings), () => sheetPdf(deck, lang, settings))),
      ),
    ),
    ...allBanks(records).flatMap((bank) =>
      downloadFormats.map((exporter) =>
        file(`/downloads/${exportName(exporter, bank)}`, async () =>
          keptExport(bank, exporter, await loadExportTools()),
        ),
      ),
    ),
    ...papersOfSite(records).flatMap(({ plan, sheetsUrl, keyUrl }) =>
      LANGS.flatMap((lang) => [
        file(sheetsUrl(lang), () => paperPdf(drawSitePaper(records, plan, lang), 'sheets')),
        file(keyUrl(lang), () => paperPdf(drawSitePaper(records, plan, lang), 'key')),
      ]),
    ),
    ...[...records.paths.keys()].flatMap((id) =>
      PATH_PAPERS.flatMap((kind) =>
        LANGS.flatMap((lang) => {
          const paper = pathPaper(records, id, kind, lang);
          return paper ? [file(pathPaperUrl(id, kind, lang), () => pathPdf(paper, kind))] : [];
        }),
      ),
    ),
  ]);
}

/** Writes the files at these addresses into the folder of the site. */
export async function writeFaceFiles(files: FaceFiles, addresses: readonly string[], folder: string): Promise<void> {
  for (const address of addresses) {
    const bytes = await files.get(address)?.();
    if (bytes !== undefined) writeFile(path.join(folder, address), bytes);
  }
}

function file(address: string, bytes: () => Bytes | Promise<Bytes>): [string, () => Bytes | Promise<Bytes>] {
  return [address, bytes];
}

function filesOfCard(card: CardView, lang: Lang): [string, () => Bytes | Promise<Bytes>][] {
  const faces = SIDES.flatMap((side) =>
    PRINT_SIZE_IDS.flatMap((size) => [
      file(card.faceUrl(lang, side, size, 'svg'), () => faceSvg(card, lang, side, size)),
      file(card.faceUrl(lang, side, size, 'pdf'), () => facePdf(card, lang, side, size)),
    ]),
  );
  return [...faces, file(card.phoneUrl(lang), () => phonePng(card, lang))];
}
