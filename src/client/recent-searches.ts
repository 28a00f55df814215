/**
 * What was searched for on this device, newest first, in `pocketbook/searches` of localStorage as a JSON list of
 * texts. Anything else found there counts as nothing; where nothing can be kept, nothing is.
 */
const KEY = 'pocketbook/searches';
const MOST = 6;
const LONGEST = 60;

/** The last searches, newest first. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Puts `query` first among the last searches. */
export function rememberSearch(query: string): void {
  const text = query.trim().slice(0, LONGEST);
  if (text === '') return;
  const searches = [text, ...recentSearches().filter((other) => other !== text)].slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(searches));
  } catch {
    // Full or refused: the search itself does not need it.
  }
}

/** Forgets all searches. */
export function forgetSearches(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Refused, so nothing was kept either.
  }
}
