import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeFile } from './write-file.ts';

/** What was made of cards before, kept under a name that says all that decides it; undefined when it was not. */
export function keptCardFile(root: string, name: string): Uint8Array | undefined {
  try {
    return new Uint8Array(readFileSync(fileOf(root, name)));
  } catch {
    // Not made yet.
    return undefined;
  }
}

/** Whether something made of cards is kept under that name. */
export function hasCardFile(root: string, name: string): boolean {
  return existsSync(fileOf(root, name));
}

/** Keeps something made of cards for the next run. */
export function keepCardFile(root: string, name: string, data: string | Uint8Array): void {
  writeFile(fileOf(root, name), data);
}

function fileOf(root: string, name: string): string {
  return path.join(root, '.cache', 'cards', name);
}
