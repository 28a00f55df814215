import type { Issue } from '../model/issue.ts';

/** The issues in order of file, line and column, and of code where one place has several. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  return [...issues].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.position.line - b.position.line ||
      a.position.column - b.position.column ||
      compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
