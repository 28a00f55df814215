import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The text of a file below `root`, line ends and byte order mark aside; or why there is none. */
export function readText(root: string, file: string): { text: string } | { trouble: 'missing' | 'not-utf8' } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path.join(root, file));
  } catch {
    return { trouble: 'missing' };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text: text.replaceAll('\r\n', '\n') };
  } catch {
    return { trouble: 'not-utf8' };
  }
}

/** Whether there is such a file below `root`. */
export function hasFile(root: string, file: string): boolean {
  return existsSync(path.join(root, file));
}

/** The files directly in a folder below `root`, as paths relative to `root`, sorted; none when there is no folder. */
export function listFiles(root: string, folder: string): string[] {
  return entriesOf(root, folder)
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => `${folder}/${name}`)
    .sort();
}

/** The names of the folders directly in a folder below `root`, sorted; none when there is no folder. */
export function listFolders(root: string, folder: string): string[] {
  return entriesOf(root, folder)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

function entriesOf(root: string, folder: string) {
  try {
    return readdirSync(path.join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
}
