/** Everybody's paths, in the order they are walked. */
const FIRST = ['day-1', 'week-1', 'month-1'];

/** The paths as a reader is offered them: everybody's first, then those of one job by id. */
export function orderPaths<T>(paths: ReadonlyMap<string, T>): [string, T][] {
  const rank = (id: string) => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);
  return [...paths].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
