import type { Records } from '../../src/blocks/records.ts';
import { checkRecords, type CheckTools } from '../../src/check/check-records.ts';
import { questionBalance, type QuestionBalance } from '../../src/check/question-balance.ts';
import { coverageByTheme, type ThemeCoverage } from '../../src/check/coverage.ts';
import { sortIssues } from '../../src/check/sort-issues.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { Lang } from '../../src/model/localized.ts';
import { loadRecords } from './load-records.ts';

/** Everything that a check of `content/` found. */
export interface ContentReport {
  /** All that was read; undefined when any file is missing, unreadable or not of its shape. */
  records: Records | undefined;
  issues: Issue[];
  coverage: ThemeCoverage[];
  /** What the questions come to; worked out when asked for. */
  questions: () => QuestionBalance[];
  /** True when something stops a build. */
  isBroken: boolean;
  /** The language to report in. */
  lang: Lang;
}

/**
 * Checks all of `content/` below `root` in one run, files and meaning, diagrams and cards.
 * @param address where the site will live, when it is not the address in the site file.
 */
export async function checkContent(root: string, tools: CheckTools, address?: string): Promise<ContentReport> {
  const { records, draft, issues: found } = loadRecords(root);
  const issues = sortIssues([...found, ...(await checkRecords(withAddress(draft, address), tools))]);
  return {
    records,
    issues,
    coverage: coverageByTheme(draft),
    questions: () => questionBalance(draft),
    isBroken: issues.some(({ severity }) => severity === 'error'),
    lang: draft.site.data.defaultLang,
  };
}

function withAddress(records: Records, address: string | undefined): Records {
  if (!address) return records;
  return { ...records, site: { ...records.site, data: { ...records.site.data, address } } };
}
