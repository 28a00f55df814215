import type { Records } from '../../src/blocks/records.ts';
import { READY_MADE } from '../../src/cards/print-settings.ts';
import { downloadFormats } from '../../src/exporters/registry.ts';
import type { StageName } from '../../src/i18n/build.ts';
import { LANGS } from '../../src/model/localized.ts';
import { jobsOfCard, sheetJob } from './card-files.ts';
import { cardsOfSite, decksOfSite } from './cards-of-site.ts';
import type { FileJob } from './file-jobs.ts';
import { missingFiles, startMakers, type OnProgress } from './make-files.ts';
import { drawSitePaper, papersOfSite } from './papers-of-site.ts';
import { pathPaper, PATH_PAPERS } from './path-papers.ts';
import { previewsOfSite } from './preview-files.ts';
import { allBanks } from './question-banks.ts';
import type { StageClock } from './stage-clock.ts';

export interface MakeFacesOptions {
  clock: StageClock;
  /** Is told how far a stage is. */
  progressOf: (stage: StageName) => OnProgress;
  /** Ends the work early. */
  signal: AbortSignal;
}

/** Makes every costly file of the site that is not in the cache yet, in threads beside the build, each kind a stage. */
export async function makeFaces(
  records: Records,
  root: string,
  { clock, progressOf, signal }: MakeFacesOptions,
): Promise<void> {
  const kinds: readonly [stage: StageName, jobs: FileJob[]][] = [
    ['card files', cardJobs(records)],
    ['link pictures', previewsOfSite(records).map(({ content }) => ({ kind: 'preview-png', preview: content }))],
    ['sheets', sheetJobs(records)],
    ['papers', paperJobs(records)],
    ['exports', exportJobs(records)],
  ];
  const stages: { stage: StageName; missing: FileJob[]; kept: number }[] = [];
  for (const [stage, jobs] of kinds) {
    const missing = await missingFiles(jobs, root);
    stages.push({ stage, missing, kept: jobs.length - missing.length });
  }
  const makers = startMakers(
    root,
    stages.reduce((sum, { missing }) => sum + missing.length, 0),
    signal,
  );
  try {
    for (const { stage, missing, kept } of stages) {
      await clock.beside(stage, async () => {
        await makers.make(missing, progressOf(stage));
        return { made: missing.length, kept };
      });
    }
  } finally {
    await makers.close();
  }
}

function cardJobs(records: Records): FileJob[] {
  return cardsOfSite(records).flatMap((card) => LANGS.flatMap((lang) => jobsOfCard(card, lang)));
}

function sheetJobs(records: Records): FileJob[] {
  return decksOfSite(records).flatMap((deck) =>
    READY_MADE.flatMap((settings) => LANGS.map((lang) => sheetJob(deck, lang, settings))),
  );
}

function paperJobs(records: Records): FileJob[] {
  const ofPaths = [...records.paths.keys()].flatMap((id) =>
    PATH_PAPERS.flatMap((of) =>
      LANGS.flatMap((lang): FileJob[] => {
        const paper = pathPaper(records, id, of, lang);
        return paper ? [{ kind: 'path-paper', paper, of }] : [];
      }),
    ),
  );
  const ofQuestions = papersOfSite(records).flatMap(({ plan }) =>
    LANGS.flatMap((lang): FileJob[] => {
      const paper = drawSitePaper(records, plan, lang);
      return [
        { kind: 'paper', paper, part: 'sheets' },
        { kind: 'paper', paper, part: 'key' },
      ];
    }),
  );
  return [...ofPaths, ...ofQuestions];
}

function exportJobs(records: Records): FileJob[] {
  return allBanks(records).flatMap((bank) => downloadFormats.map(({ format }) => ({ kind: 'export', bank, format })));
}
