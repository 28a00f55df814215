/** A place in a file, both counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** Something wrong in a record: where, what, and what to do, in the site's default language. */
export interface Issue {
  /** Stable code from the table in `check/issue-codes.ts`. */
  code: string;
  severity: 'error' | 'warning';
  /** Relative to the repository, with forward slashes. */
  file: string;
  position: Position;
  /** What is wrong. */
  message: string;
  /** What to do. */
  hint: string;
}
