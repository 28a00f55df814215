import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Records } from '../../src/blocks/records.ts';
import { loadRecordsOrThrow } from './load-records.ts';

/** The folder whose `content/` is shown: this checkout, or the one that CONTENT_ROOT names. */
export const contentRoot = path.resolve(process.env['CONTENT_ROOT'] ?? '.');

interface Loaded {
  stamp: string;
  records: Records;
}

// One place a process, since Astro runs what reads the content as a second copy of this module.
const whole = globalThis as { pocketbookRecords?: Loaded };

/**
 * The records of this checkout, read once a build. The dev server reads them again when a file of `content/` changed.
 * Throws with the whole report when a record is broken.
 */
export function siteRecords(): Records {
  const stamp = stampNow();
  const known = whole.pocketbookRecords;
  if (known?.stamp === stamp) return known.records;
  const records = loadRecordsOrThrow(contentRoot);
  whole.pocketbookRecords = { stamp, records };
  return records;
}

/** Lets `siteRecords` give these: what a check has just read and found sound. */
export function shareRecords(records: Records): void {
  whole.pocketbookRecords = { stamp: stampNow(), records };
}

function stampNow(): string {
  return process.env['NODE_ENV'] === 'development' ? stampOf(path.join(contentRoot, 'content')) : 'build';
}

/** Changes whenever a file below `dir` is added, removed or written. */
function stampOf(dir: string): string {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();
  return files.map((file) => `${file}:${String(statSync(path.join(dir, file)).mtimeMs)}`).join('|');
}
