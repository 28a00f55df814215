import { normaliseQuery } from './normalise-text.ts';

/** Letters and characters alone, so that quotes and dots in a phrase do not keep it from being found. */
function bare(text: string): string {
  return normaliseQuery(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Pairs of neighbouring characters; a single character is its own pair. */
function pairsOf(text: string): Set<string> {
  const letters = Array.from(text);
  if (letters.length < 2) return new Set(letters);
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`));
}

/**
 * How near `typed` is to one of `phrases`, from 0 to 1: 1 when it stands in one of them whole, else the share of its
 * character pairs that one of them has. Works for both languages and for words left out or put in.
 */
export function matchPhrase(typed: string, phrases: readonly string[]): number {
  const wanted = bare(typed);
  if (wanted === '') return 0;
  const pairs = pairsOf(wanted);
  const scores = phrases.map(bare).map((phrase) => {
    if (phrase.includes(wanted)) return 1;
    if (phrase.length >= 2 && wanted.includes(phrase)) return 0.95;
    const own = pairsOf(phrase);
    const shared = [...pairs].filter((pair) => own.has(pair)).length;
    return (0.9 * shared) / pairs.size;
  });
  return Math.max(0, ...scores);
}
