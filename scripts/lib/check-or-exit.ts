import { fillText, ISSUE_TEXTS } from '../../src/check/make-issue.ts';
import { reportText } from '../../src/check/report-text.ts';
import type { Records } from '../../src/blocks/records.ts';
import type { CheckTools } from '../../src/check/check-records.ts';
import type { Lang } from '../../src/model/localized.ts';
import { checkContent } from './check-content.ts';
import { CHECK_TOOLS } from './check-tools.ts';
import { paintFor } from './paint-terminal.ts';
import { siteUrl } from './site-url.ts';
import type { Stage } from './stages.ts';

/**
 * Checks `content/` below `root`; prints what is wrong and ends the process when something stops a build. Returns the
 * records that it read and the site's own language.
 */
export async function checkOrExit(
  root: string,
  tools: CheckTools,
): Promise<{ lang: Lang; records: Records | undefined }> {
  const { issues, isBroken, lang, records } = await checkContent(root, tools, siteUrl());
  if (issues.length > 0) console.error(reportText(issues, { lang, paint: paintFor(process.stderr) }));
  if (!isBroken) return { lang, records };
  console.error(ISSUE_TEXTS[lang].report.stopped);
  process.exit(1);
}

/** The check of `content/` as one stage among others. */
export function checkStage(root: string): Stage {
  return {
    name: 'records',
    run: async () => {
      const { issues, isBroken, coverage, lang } = await checkContent(root, CHECK_TOOLS, siteUrl());
      const errors = issues.filter(({ severity }) => severity === 'error').length;
      const topics = coverage.reduce((sum, theme) => sum + theme.topics, 0);
      return {
        ok: !isBroken,
        output: reportText(issues, { lang, coverage }),
        summary: fillText(lang, ISSUE_TEXTS[lang].report.summary, { topics, errors, warnings: issues.length - errors }),
      };
    },
  };
}
