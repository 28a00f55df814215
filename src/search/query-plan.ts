const QUOTES = /["“”„«»]/g;

/** `query` as the index is asked for it: one width, one case, no stray quotes, single spaces. */
export function normaliseQuery(query: string): string {
  return query.normalize('NFKC').replace(QUOTES, ' ').replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * The queries to put to the full-text index, best first. A quoted query finds just its words in their order, the
 * unquoted one finds pages that have all of them anywhere: precision before recall.
 */
export function planQueries(query: string): string[] {
  const words = normaliseQuery(query);
  return words === '' ? [] : [`"${words}"`, words];
}

/** Several ranked lists joined into one: earlier lists first, each key once. */
export function mergeRanked<T>(lists: readonly (readonly T[])[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return lists.flat().filter((item) => {
    const key = keyOf(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
