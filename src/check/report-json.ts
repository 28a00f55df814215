import type { Issue } from '../model/issue.ts';
import type { ThemeCoverage } from './coverage.ts';
import type { QuestionBalance } from './question-balance.ts';

/** Issues, coverage of the curriculum, balance of the questions and counts as JSON, for programs to read. */
export function reportJson(
  issues: readonly Issue[],
  coverage: readonly ThemeCoverage[],
  questions: readonly QuestionBalance[],
): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  return JSON.stringify(
    { issues, coverage, questions, counts: { errors, warnings: issues.length - errors } },
    undefined,
    2,
  );
}
