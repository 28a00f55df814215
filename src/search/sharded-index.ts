import { nearest, PASSAGE_KINDS, shortest, type IntentIndex, type PassagePlace } from './intent-index.ts';
import { decodeNumbers } from './number-text.ts';
import { unpackTerms } from './term-list.ts';

/** The part of an index in shards that every query needs: a line for each topic. */
export interface IndexCore {
  /** How many passages of each kind a topic has, as numbers in text. */
  counts: string[];
  /** How many terms each passage has, as numbers in text. */
  lengths: string[];
  /** The first term of each shard, in order. */
  shards: string[];
}

/** The postings of the terms between two places of the alphabet. */
export interface IndexShard {
  /** In order, as `packTerms` makes them. */
  terms: string;
  /** For each term how many passages have it, then the distances from one passage to the next. */
  postings: string;
}

/** An index whose shards are added as they come; what a question lacked is told. */
export interface ShardedIndex extends IntentIndex {
  add: (shard: number, content: IndexShard) => void;
  /** Takes the numbers of the shards that were asked for and are not there. */
  takeMissing: () => number[];
}

/** An index without its shards yet. */
export function readShardedIndex(core: IndexCore): ShardedIndex {
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
    size: core.counts.length,
    places,
    passagesOf: (term) => shardAt(shardOf(term))?.places.get(term) ?? [],
    termsFrom: (start, most) => shortest(termsBetween(start, `${start}\uffff`), most),
    termsNear: (word, edits) => nearest(termsBetween(word.charAt(0), `${word.charAt(0)}\uffff`), word, edits),
    add: (shard, { terms, postings }) => {
      const names = unpackTerms(terms);
      loaded.set(shard, { terms: names, places: readPostings(names, postings) });
      missing.delete(shard);
    },
    isLacking: () => missing.size > 0,
    takeMissing: () => {
      const numbers = [...missing];
      missing.clear();
      return numbers;
    },
  };
}

function placesOf(core: IndexCore): PassagePlace[] {
  return core.counts.flatMap((text, topic) => {
    const counts = decodeNumbers(text);
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
