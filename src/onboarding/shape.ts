/** What is asked of a value that came with a link: each answer is the value itself or `undefined`. */

export function asText(value: unknown, longest: number): string | undefined {
  return typeof value === 'string' && value.length <= longest ? value : undefined;
}

export function asCount(value: unknown, most: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most ? value : undefined;
}

/** A text that fits `pattern` from end to end. */
export function asMatch(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

/** A calendar day that exists, `2026-11-20`. */
export function asDay(value: unknown): string | undefined {
  const day = asMatch(value, /^\d{4}-\d{2}-\d{2}$/);
  if (day === undefined) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day;
}

/** Every entry as `parse` reads it; `undefined` when it is no list, is too long, or one entry cannot be read. */
export function asList<T>(value: unknown, most: number, parse: (entry: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value) || value.length > most) return undefined;
  const entries: T[] = [];
  for (const entry of value as unknown[]) {
    const parsed = parse(entry);
    if (parsed === undefined) return undefined;
    entries.push(parsed);
  }
  return entries;
}

/** A list of exactly `length` entries. */
export function asTuple(value: unknown, length: number): unknown[] | undefined {
  return Array.isArray(value) && value.length === length ? (value as unknown[]) : undefined;
}

/** One piece of an id, and ids of two, three pieces. */
export const ID = {
  one: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  two: /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/,
  three: /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/){2}[a-z0-9]+(?:-[a-z0-9]+)*$/,
};
/** A path's id, or that of a plan made in a browser. */
export const PLAN_ID = /^(?:[a-z0-9]+(?:-[a-z0-9]+){0,8}|[A-Z][A-Z0-9]{7})$/;
