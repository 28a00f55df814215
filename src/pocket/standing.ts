import { keyOf, type ListedFile } from './file-list.ts';

/** How much of a list is on the device; sizes in bytes. */
export interface Standing {
  missing: readonly ListedFile[];
  /** What comes over the network when the missing ones are fetched, compressed as hosts do. */
  toFetch: number;
  /** What all of the list takes on the device. */
  size: number;
  keptSize: number;
}

/** How much of `files` is there, when `kept` are the names of the contents on the device. A content counts once. */
export function standingOf(files: readonly ListedFile[], kept: ReadonlySet<string>): Standing {
  const contents = [...new Map(files.map((file) => [keyOf(file[0], file[1]), file]))];
  const missing = contents.flatMap(([key, file]) => (kept.has(key) ? [] : [file]));
  const sum = (some: readonly ListedFile[], at: 2 | 3) => some.reduce((total, file) => total + file[at], 0);
  const size = sum(
    contents.map(([, file]) => file),
    3,
  );
  return { missing, toFetch: sum(missing, 2), size, keptSize: size - sum(missing, 3) };
}

/** The files of several lists, each address once. */
export function joinFiles(lists: readonly (readonly ListedFile[])[]): ListedFile[] {
  return [...new Map(lists.flat().map((file) => [file[0], file])).values()];
}
