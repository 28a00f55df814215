import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeFile } from './write-file.ts';

/** What is costly to make and kept in `.cache/` for the next run, each kind in a folder of its own. */
export type CachedKind = 'cards' | 'exports' | 'names' | 'papers';

/** Where costly files are kept: `.cache/` below `root`, or the folder that FILE_CACHE names. */
export function cacheFolder(root: string): string {
  return process.env['FILE_CACHE'] ?? path.join(root, '.cache');
}

/** What was made before, kept under a name that says all that decides it; undefined when it was not. */
export function keptFile(root: string, kind: CachedKind, name: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new Uint8Array(readFileSync(fileOf(root, kind, name)));
  } catch {
    // Not made yet.
    return undefined;
  }
}

/** Whether something is kept under that name. */
export function hasFile(root: string, kind: CachedKind, name: string): boolean {
  return existsSync(fileOf(root, kind, name));
}

/** Keeps something for the next run. */
export function keepFile(root: string, kind: CachedKind, name: string, data: string | Uint8Array): void {
  writeFile(fileOf(root, kind, name), data);
}

function fileOf(root: string, kind: CachedKind, name: string): string {
  return path.join(cacheFolder(root), kind, name);
}
