import { decodeNumbers } from './number-text.ts';

/** What a passage is to its topic, the weightiest first; a topic's passages stand in this order. */
export const PASSAGE_KINDS = ['title', 'alias', 'ask', 'term', 'phrase', 'section', 'fact'] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

/** The part of an index that every query needs. All lists are as long as there are topics. */
export interface IndexCore {
  topics: string[];
  /** How many passages of each kind a topic has, as numbers in text. */
  counts: string[];
  /** How many terms each passage has, as numbers in text. */
  lengths: string[];
  /** The first term of each shard, in order. */
  shards: string[];
}

/** The postings of the terms between two places of the alphabet. */
export interface IndexShard {
  /** In order, with single spaces between. */
  terms: string;
  /** For each term how many passages have it, then the distances from one passage to the next. */
  postings: string;
}

/** Where a passage belongs. */
export interface PassagePlace {
  topic: number;
  kind: PassageKind;
  /** Which of its topic's passages of this kind it is. */
  nth: number;
  /** How many terms it has. */
  length: number;
}

/** An index that is being asked: shards are added as they come, and what a question lacked is told. */
export interface IntentIndex {
  topics: readonly string[];
  places: readonly PassagePlace[];
  /** The passages that have `term`; none when its shard is not there yet. */
  passagesOf: (term: string) => readonly number[];
  /** Up to `most` terms that begin with `start`, shortest first. */
  termsFrom: (start: string, most: number) => string[];
  /** Terms that begin with the same letter and differ from `word` by up to `edits` letters. */
  termsNear: (word: string, edits: number) => string[];
  add: (shard: number, content: IndexShard) => void;
  /** Takes the numbers of the shards that were asked for and are not there. */
  takeMissing: () => number[];
}

/** An index without its shards yet. */
export function readIntentIndex(core: IndexCore): IntentIndex {
  const places = placesOf(core);
  const loaded = new Map<number, { terms: string[]; places: Map<string, readonly number[]> }>();
  const missing = new Set<number>();

  /** The shard that holds `term`, or would. */
  const shardOf = (term: string): number => {
    let shard = 0;
    while (shard + 1 < core.shards.length && (core.shards[shard + 1] ?? '') <= term) shard += 1;
    return shard;
  };
  const shardAt = (shard: number) => {
    const found = loaded.get(shard);
    if (!found) missing.add(shard);
    return found;
  };
  const termsBetween = (first: string, last: string): string[] => {
    const terms: string[] = [];
    for (let shard = shardOf(first); shard <= shardOf(last); shard += 1) {
      for (const term of shardAt(shard)?.terms ?? []) if (term >= first && term <= last) terms.push(term);
    }
    return terms;
  };
  return {
    topics: core.topics,
    places,
    passagesOf: (term) => shardAt(shardOf(term))?.places.get(term) ?? [],
    termsFrom: (start, most) =>
      termsBetween(start, `${start}\uffff`)
        .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
        .slice(0, most),
    termsNear: (word, edits) =>
      termsBetween(word.charAt(0), `${word.charAt(0)}\uffff`).filter(
        (term) => Math.abs(term.length - word.length) <= edits && editsBetween(term, word, edits) <= edits,
      ),
    add: (shard, { terms, postings }) => {
      const names = terms.split(' ');
      loaded.set(shard, { terms: names, places: readPostings(names, postings) });
      missing.delete(shard);
    },
    takeMissing: () => {
      const numbers = [...missing];
      missing.clear();
      return numbers;
    },
  };
}

function placesOf(core: IndexCore): PassagePlace[] {
  return core.topics.flatMap((_, topic) => {
    const counts = decodeNumbers(core.counts[topic] ?? '');
    const lengths = decodeNumbers(core.lengths[topic] ?? '');
    let at = 0;
    return PASSAGE_KINDS.flatMap((kind, index) =>
      Array.from({ length: counts[index] ?? 0 }, (_, nth) => ({ topic, kind, nth, length: lengths[at++] ?? 1 })),
    );
  });
}

function readPostings(terms: readonly string[], postings: string): Map<string, readonly number[]> {
  const numbers = decodeNumbers(postings);
  let at = 0;
  return new Map(
    terms.map((term) => {
      const count = numbers[at++] ?? 0;
      let passage = 0;
      return [term, Array.from({ length: count }, () => (passage += numbers[at++] ?? 0))];
    }),
  );
}

/** How many letters have to be put in, left out, replaced or swapped with the next; more than `most` counts as more. */
export function editsBetween(a: string, b: string, most: number): number {
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
