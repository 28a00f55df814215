import type { Records, SourceFile } from '../blocks/records.ts';
import type { Issue, Position } from '../model/issue.ts';
import { makeIssue, type MessageId, type Thing, type Value } from './make-issue.ts';
import { nearest } from './nearest.ts';

type Source = Pick<SourceFile<unknown>, 'file' | 'locate'>;
type Path = readonly (string | number)[];

/** An issue about the value at a path of a record, in the site's language. */
export function issueAt(
  records: Records,
  source: Source,
  path: Path,
  message: MessageId,
  values?: Record<string, Value>,
): Issue {
  return issueAtPosition(records, source.file, source.locate(path), message, values);
}

/** An issue about a place in a file, in the site's language. */
export function issueAtPosition(
  records: Records,
  file: string,
  position: Position,
  message: MessageId,
  values?: Record<string, Value>,
): Issue {
  return makeIssue(records.site.data.defaultLang, message, { file, position }, values);
}

/** The issue for a reference to something that is not there, with the nearest that is. */
export function danglingAt(
  records: Records,
  source: Source,
  path: Path,
  what: Thing,
  id: string,
  candidates: Iterable<string>,
): Issue {
  const close = nearest(id, candidates);
  const values = { what: { thing: what }, id };
  return close === undefined
    ? issueAt(records, source, path, 'dangling-reference', values)
    : issueAt(records, source, path, 'dangling-reference/nearest', { ...values, nearest: close });
}
