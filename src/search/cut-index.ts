import { PASSAGE_KINDS } from './intent-index.ts';
import { encodeNumbers } from './number-text.ts';
import type { PostedTerms } from './post-terms.ts';
import type { IndexCore, IndexShard } from './sharded-index.ts';
import { packTerms } from './term-list.ts';

/** Terms and postings of a shard, in bytes: about what is worth a request. */
const SHARD_SIZE = 3_000;
const CHINESE = /[\u3400-\u9fff]/;

/**
 * Cuts the posted terms of `topics` topics into an index in shards: a core that every query needs, and shards of which
 * a query needs a few.
 */
export function cutIndex(topics: number, { places, postings }: PostedTerms): { core: IndexCore; shards: IndexShard[] } {
  const shards = cutShards([...postings].sort(([a], [b]) => (a < b ? -1 : 1)));
  const byTopic = Map.groupBy(places, ({ topic }) => topic);
  const ofTopic = Array.from({ length: topics }, (_, topic) => byTopic.get(topic) ?? []);
  return {
    core: {
      counts: ofTopic.map((own) =>
        encodeNumbers(PASSAGE_KINDS.map((kind) => own.filter((one) => one.kind === kind).length)),
      ),
      lengths: ofTopic.map((own) => encodeNumbers(own.map(({ length }) => length))),
      shards: shards.map(({ first }) => first),
    },
    shards: shards.map(({ terms, postings: numbers }) => ({ terms: packTerms(terms), postings: numbers.join('') })),
  };
}

interface Shard {
  first: string;
  terms: string[];
  postings: string[];
  size: number;
}

function cutShards(sorted: readonly (readonly [string, readonly number[]])[]): Shard[] {
  const shards: Shard[] = [];
  let shard: Shard | undefined;
  for (const [term, places] of sorted) {
    const steps = places.map((place, index) => place - (places[index - 1] ?? 0));
    const text = encodeNumbers([places.length, ...steps]);
    if (!shard || shard.size > SHARD_SIZE) {
      shard = { first: term, terms: [], postings: [], size: 0 };
      shards.push(shard);
    }
    shard.terms.push(term);
    shard.postings.push(text);
    shard.size += (CHINESE.test(term) ? term.length * 1.5 : term.length + 1) + text.length;
  }
  return shards;
}
