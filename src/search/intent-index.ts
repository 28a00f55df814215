import type { PostedTerms } from './post-terms.ts';
import type { WordingsOf } from './wordings.ts';

/** What a passage is to its topic, the weightiest first; a topic's passages stand in this order. */
export const PASSAGE_KINDS = ['title', 'alias', 'ask', 'term', 'foreign', 'phrase', 'section', 'wording'] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

/** Where a passage belongs. */
export interface PassagePlace {
  topic: number;
  kind: PassageKind;
  /** Which of its topic's passages of this kind it is. */
  nth: number;
  /** How many terms it has. */
  length: number;
}

/** An index that can be asked. */
export interface IntentIndex {
  /** How many topics it knows. */
  size: number;
  places: readonly PassagePlace[];
  /** The passages that have `term`. */
  passagesOf: (term: string) => readonly number[];
  /** Up to `most` terms that begin with `start`, shortest first. */
  termsFrom: (start: string, most: number) => string[];
  /** Terms that begin with the same letter and differ from `word` by up to `edits` letters. */
  termsNear: (word: string, edits: number) => string[];
  /** True when it was asked for something that it has not got yet. */
  isLacking: () => boolean;
  /** True for a term that other subjects are asked for by; left out where that is not known. */
  isElsewhere?: (term: string) => boolean;
}

/** An index that is there whole. */
export function wholeIndex(size: number, { places, postings }: PostedTerms): IntentIndex {
  let known: Map<string, string[]> | undefined;
  /** The terms that begin with the letter that `start` begins with. */
  const termsBeside = (start: string): readonly string[] =>
    (known ??= byFirstLetter(postings.keys())).get(start.charAt(0)) ?? [];
  return {
    size,
    places,
    passagesOf: (term) => postings.get(term) ?? [],
    termsFrom: (start, most) =>
      shortest(
        termsBeside(start).filter((term) => term.startsWith(start)),
        most,
      ),
    termsNear: (word, edits) => nearest(termsBeside(word), word, edits),
    isLacking: () => false,
  };
}

function byFirstLetter(terms: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const term of terms) {
    const letter = term.charAt(0);
    const group = groups.get(letter);
    if (group) group.push(term);
    else groups.set(letter, [term]);
  }
  return groups;
}

/** Up to `most` of `terms`, the shortest first. */
export function shortest(terms: string[], most: number): string[] {
  return terms.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, most);
}

/** Those of `terms` that differ from `word` by up to `edits` letters. */
export function nearest(terms: readonly string[], word: string, edits: number): string[] {
  return terms.filter(
    (term) => Math.abs(term.length - word.length) <= edits && editsBetween(term, word, edits) <= edits,
  );
}

/** So long is the passage of a topic that stands for all its wordings: no query asks for much of it. */
const WORDINGS_LENGTH = 1000;

/** `index` with the wordings of its topics beside their passages: one passage more for each topic. */
export function withWordings(index: IntentIndex, wordings: WordingsOf): IntentIndex {
  const own = index.places.length;
  const places = Array.from({ length: index.size }, (_, topic): PassagePlace => {
    return { topic, kind: 'wording', nth: 0, length: WORDINGS_LENGTH };
  });
  const known = new Map<string, { passages: readonly number[]; isElsewhere: boolean }>();
  const look = (term: string) => {
    let found = known.get(term);
    if (!found) {
      const groups = wordings(term);
      const topics = groups.filter((group) => group < index.size);
      const passages = [...index.passagesOf(term), ...topics.map((topic) => own + topic)];
      known.set(term, (found = { passages, isElsewhere: topics.length < groups.length }));
    }
    return found;
  };
  return {
    ...index,
    places: [...index.places, ...places],
    passagesOf: (term) => look(term).passages,
    isElsewhere: (term) => look(term).isElsewhere,
  };
}

/** How many letters have to be put in, left out, replaced or swapped with the next; more than `most` counts as more. */
function editsBetween(a: string, b: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
