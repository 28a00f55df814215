import { setFlagsFromString } from 'node:v8';
import { fillText, ISSUE_TEXTS } from '../../src/check/make-issue.ts';
import { BuildRunning } from './build-lock.ts';
import { buildSite, type BuildOptions } from './build-site.ts';
import { checkOrExit } from './check-or-exit.ts';
import { CHECK_TOOLS, timedTools } from './check-tools.ts';
import { shareRecords } from './site-records.ts';
import { startClock } from './stage-clock.ts';

/**
 * By so much of what is in use the heap may grow before it is cleared. Left to itself Node lets it grow fourfold where a
 * machine has the memory, and a big site is built in more than twice the memory that it needs.
 */
const HEAP_GROWTH_PERCENT = 50;

/** Checks the records of `content/` below `contentRoot`, then builds the site into `dist/` below `root`; ends the process where it cannot. */
export async function buildOrExit(
  root: string,
  contentRoot: string,
  options: Omit<BuildOptions, 'clock'> = {},
): Promise<string> {
  setFlagsFromString(`--heap-growing-percent=${String(HEAP_GROWTH_PERCENT)}`);
  const clock = startClock();
  const { fitCards, ...others } = CHECK_TOOLS;
  const tools = options.onlyPages === true || !fitCards ? others : { ...others, fitCards };
  const { lang, records } = await clock.time('records', () => checkOrExit(contentRoot, timedTools(tools, clock)));
  if (records) shareRecords(records);
  try {
    return await buildSite(root, { ...options, clock });
  } catch (error) {
    if (!(error instanceof BuildRunning)) throw error;
    console.error(fillText(lang, ISSUE_TEXTS[lang].report.building, { pid: error.pid }));
    process.exit(1);
  }
}
