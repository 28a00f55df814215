import { writeFileSync } from 'node:fs';
import { padColumns } from '../../src/check/display-width.ts';
import { fillText } from '../../src/check/make-issue.ts';
import { buildTexts, type StageName } from '../../src/i18n/build.ts';
import type { Lang } from '../../src/model/localized.ts';

/** How long one stage of a build took. */
interface StageTime {
  name: StageName;
  seconds: number;
  /** Whether it went on in threads beside the other stages, so that it adds nothing to the sum. */
  isBeside?: true;
  /** How many files were made anew, and how many were in the cache; left out where nothing is cached. */
  made?: number;
  kept?: number;
}

/** What a build took: its stages in the order in which they began, all of it, and the most memory that it held. */
export interface BuildReport {
  stages: StageTime[];
  seconds: number;
  /** Of this process with its threads, in bytes. */
  peakMemory: number;
}

/** Counts the time of stages, one at a time; a stage may be counted in many parts. */
export interface StageClock {
  /** Counts what `run` takes, but for the stages that are timed within. */
  time: <T>(name: StageName, run: () => T | Promise<T>) => Promise<T>;
  /** Counts what `run` takes beside the other stages, and how many files it made and found. */
  beside: (name: StageName, run: () => Promise<{ made: number; kept: number }>) => Promise<void>;
  /** Counts milliseconds that were measured elsewhere. */
  add: (name: StageName, milliseconds: number) => void;
  /** What was counted so far. */
  report: () => BuildReport;
}

/** A clock that begins now. */
export function startClock(): StageClock {
  const began = performance.now();
  const stages = new Map<StageName, StageTime>();
  /** Milliseconds of the stages that were timed within the present one. */
  let within = 0;
  const add = (name: StageName, milliseconds: number): void => {
    const stage = stages.get(name) ?? { name, seconds: 0 };
    stages.set(name, stage);
    stage.seconds += milliseconds / 1000;
  };
  return {
    add,
    time: async (name, run) => {
      const [outer, from] = [within, performance.now()];
      within = 0;
      add(name, 0);
      const result = await run();
      const took = performance.now() - from;
      add(name, took - within);
      within = outer + took;
      return result;
    },
    beside: async (name, run) => {
      const from = performance.now();
      const stage: StageTime = { name, seconds: 0, isBeside: true };
      stages.set(name, stage);
      const { made, kept } = await run();
      Object.assign(stage, { made, kept, seconds: (performance.now() - from) / 1000 });
    },
    report: () => ({
      stages: [...stages.values()],
      seconds: (performance.now() - began) / 1000,
      // Counted in kilobytes.
      peakMemory: process.resourceUsage().maxRSS * 1024,
    }),
  };
}

/**
 * The stages as a table, in `lang`: name, seconds, share of the whole, how many files were made and how many were cached.
 * What went on in threads beside the others stands in brackets.
 */
export function reportTable({ stages, seconds, peakMemory }: BuildReport, lang: Lang): string {
  const texts = buildTexts(lang);
  const row = (name: StageName, time: string, more: string) =>
    `  ${padColumns(texts.stages[name], 24)} ${time.padStart(16)}  ${more}`.trimEnd();
  const stageRow = ({ name, seconds: own, isBeside, made, kept }: StageTime): string => {
    const time = `${own.toFixed(1)} s ${String(Math.round((own / seconds) * 100)).padStart(3)} %`;
    return row(
      name,
      isBeside ? `(${time})` : `${time} `,
      made === undefined ? '' : fillText(lang, texts.files, { made, kept: kept ?? 0 }),
    );
  };
  const counted = stages.filter(({ isBeside }) => !isBeside).reduce((sum, stage) => sum + stage.seconds, 0);
  return [
    ...[...stages, { name: 'other', seconds: seconds - counted } as const].map(stageRow),
    row(
      'in all',
      `${seconds.toFixed(1)} s       `,
      fillText(lang, texts.memory, { gb: (peakMemory / 1e9).toFixed(2) }),
    ),
  ].join('\n');
}

/** Prints the table, and writes the report as JSON into the file that BUILD_REPORT names. */
export function tellReport(report: BuildReport, lang: Lang): void {
  console.log(`\n${reportTable(report, lang)}`);
  const file = process.env['BUILD_REPORT'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(report));
}
