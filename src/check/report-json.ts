import type { Issue } from '../model/issue.ts';
import type { ThemeCoverage } from './coverage.ts';

/** Issues, coverage of the curriculum and counts as JSON, for programs to read. */
export function reportJson(issues: readonly Issue[], coverage: readonly ThemeCoverage[]): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  return JSON.stringify({ issues, coverage, counts: { errors, warnings: issues.length - errors } }, undefined, 2);
}
