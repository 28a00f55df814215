import { fillText, ISSUE_TEXTS } from '../../src/check/make-issue.ts';
import { BuildRunning } from './build-lock.ts';
import { buildSite } from './build-site.ts';
import { checkOrExit } from './check-or-exit.ts';

/** Checks the records of `content/` below `contentRoot`, then builds the site into `dist/` below `root`; ends the process where it cannot. */
export async function buildOrExit(root: string, contentRoot: string): Promise<string> {
  const { lang } = await checkOrExit(contentRoot);
  try {
    return await buildSite(root);
  } catch (error) {
    if (!(error instanceof BuildRunning)) throw error;
    console.error(fillText(lang, ISSUE_TEXTS[lang].report.building, { pid: error.pid }));
    process.exit(1);
  }
}
