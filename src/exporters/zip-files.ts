import { strToU8, zipSync, type Zippable } from 'fflate';

/** The first moment that a ZIP can hold: a file's time says nothing here, and would differ from build to build. */
const TIME = new Date(1980, 0, 1);

/** A ZIP of files by path; the same files give the same bytes. */
export function zipFiles(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(([path, content]): [string, Zippable[string]] => [
    path,
    [typeof content === 'string' ? strToU8(content) : content, { mtime: TIME, level: 6 }],
  ]);
  return zipSync(Object.fromEntries(entries));
}
