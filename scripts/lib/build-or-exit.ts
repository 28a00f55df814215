import { fillText, ISSUE_TEXTS } from '../../src/check/make-issue.ts';
import { BuildRunning } from './build-lock.ts';
import { buildSite, type BuildOptions } from './build-site.ts';
import { checkOrExit } from './check-or-exit.ts';
import { CHECK_TOOLS, timedTools } from './check-tools.ts';
import { shareRecords } from './site-records.ts';
import { startClock } from './stage-clock.ts';

/** Checks the records of `content/` below `contentRoot`, then builds the site into `dist/` below `root`; ends the process where it cannot. */
export async function buildOrExit(
  root: string,
  contentRoot: string,
  options: Omit<BuildOptions, 'clock'> = {},
): Promise<string> {
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
