import type { z } from 'zod';
import { LANGS } from '../../model/localized.ts';
import { isContainer, valueAt } from './value-at.ts';

/** More rounds than any hand-written file needs: each mends at least one thing. */
const MAX_ROUNDS = 50;

/**
 * What can be read of a file that departs from its schema, so that one run finds the mistakes in its sound parts too.
 * Stray keys are dropped, a missing language is filled in, an unsound list entry is left out, and an unsound key of
 * the file itself gets its stand-in. `lost` names the keys and ids that were left out or replaced; `data` is undefined
 * when nothing sensible remains.
 */
export function salvage<T>(
  schema: z.ZodType<T>,
  raw: unknown,
  standIns: Readonly<Record<string, unknown>>,
): { data: T | undefined; lost: Set<string> } {
  const lost = new Set<string>();
  const copy: unknown = structuredClone(raw);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const result = schema.safeParse(copy);
    if (result.success) return { data: result.data, lost };
    if (!mend(copy, result.error.issues, standIns, lost)) break;
  }
  return { data: undefined, lost };
}

/** Mends what can be mended at once; false when nothing could be. */
function mend(
  copy: unknown,
  issues: readonly z.core.$ZodIssue[],
  standIns: Readonly<Record<string, unknown>>,
  lost: Set<string>,
): boolean {
  let mended = false;
  const removals = new Map<unknown[], Set<number>>();
  for (const issue of issues) {
    const holder = valueAt(copy, issue.path.slice(0, -1));
    const last = issue.path.at(-1);
    if (issue.code === 'unrecognized_keys') {
      const target = valueAt(copy, issue.path);
      if (isContainer(target)) for (const key of issue.keys) mended = Reflect.deleteProperty(target, key) || mended;
    } else if (isContainer(holder) && LANGS.some((lang) => lang === last)) {
      const other = LANGS.map((lang) => holder[lang]).find((text) => typeof text === 'string' && text.trim());
      const filled = other ?? '…';
      // What was filled in and is still wrong was no text in two languages.
      if (holder[last as string] !== filled) {
        holder[last as string] = filled;
        mended = true;
      } else mended = removeAround(copy, issue.path, removals) || mended;
    } else if (!removeAround(copy, issue.path, removals)) {
      const key = String(issue.path[0]);
      if (isContainer(copy) && Object.hasOwn(standIns, key) && !lost.has(key)) {
        lost.add(key);
        collectNames(copy[key], lost);
        copy[key] = structuredClone(standIns[key]);
        mended = true;
      }
    } else mended = true;
  }
  for (const [list, indexes] of removals) {
    for (const index of [...indexes].sort((a, b) => b - a)) collectNames(list.splice(index, 1), lost);
  }
  return mended;
}

/** Marks the innermost list entry on the path for removal; false when the path leads through no list. */
function removeAround(copy: unknown, path: readonly PropertyKey[], removals: Map<unknown[], Set<number>>): boolean {
  const depth = path.findLastIndex((part) => typeof part === 'number');
  if (depth === -1) return false;
  const list = valueAt(copy, path.slice(0, depth));
  if (!Array.isArray(list)) return false;
  const marked = removals.get(list) ?? new Set<number>();
  removals.set(list, marked.add(path[depth] as number));
  return true;
}

function collectNames(value: unknown, names: Set<string>, seen = new Set<unknown>()): void {
  if (typeof value === 'string') names.add(value);
  if (!isContainer(value) || seen.has(value)) return;
  seen.add(value);
  if (Array.isArray(value))
    value.forEach((item) => {
      collectNames(item, names, seen);
    });
  else {
    if (typeof value['id'] === 'string') names.add(value['id']);
    Object.values(value)
      .filter(isContainer)
      .forEach((inner) => {
        collectNames(inner, names, seen);
      });
  }
}
