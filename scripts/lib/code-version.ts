import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { hashText } from '../../src/model/hash-text.ts';

const versions = new Map<string, string>();

/**
 * A short text that changes when one of these files of `root` does, or one in these folders or below them: part of the
 * name of everything that is kept in `.cache/`, so that a changed program never finds what the old one made. Read once a
 * run.
 */
export function codeVersion(root: string, places: readonly string[]): string {
  const key = [root, ...places].join('\n');
  const known = versions.get(key);
  if (known !== undefined) return known;
  const files = places.flatMap((place) => filesAt(path.join(root, place)));
  const made = hashText(files.map((file) => readFileSync(file, 'utf8')).join('\n'));
  versions.set(key, made);
  return made;
}

/** A file itself, or every file in a folder and below it, in order of name. */
function filesAt(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
