import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Records } from '../../src/blocks/records.ts';
import { loadRecordsOrThrow } from './load-records.ts';

/** The folder whose `content/` is shown: this checkout, or the one that CONTENT_ROOT names. */
export const contentRoot = path.resolve(process.env['CONTENT_ROOT'] ?? '.');

let loaded: { stamp: string; records: Records } | undefined;

/**
 * The records of this checkout, read once a build. The dev server reads them again when a file of `content/` changed.
 * Throws with the whole report when a record is broken.
 */
export function siteRecords(): Records {
  const stamp = process.env['NODE_ENV'] === 'development' ? stampOf(path.join(contentRoot, 'content')) : 'build';
  if (loaded?.stamp !== stamp) loaded = { stamp, records: loadRecordsOrThrow(contentRoot) };
  return loaded.records;
}

/** Changes whenever a file below `dir` is added, removed or written. */
function stampOf(dir: string): string {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();
  return files.map((file) => `${file}:${String(statSync(path.join(dir, file)).mtimeMs)}`).join('|');
}
