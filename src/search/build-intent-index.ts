import { PASSAGE_KINDS, type IndexCore, type IndexShard, type PassageKind } from './intent-index.ts';
import { encodeNumbers } from './number-text.ts';
import { spellingTerms } from './spelling-terms.ts';
import { indexTexts } from './language-words.ts';
import { termsOf, unitsOf } from './text-units.ts';
import type { Lang } from '../model/localized.ts';

/** Something that a topic is called, asked or says. */
export interface Passage {
  kind: PassageKind;
  text: string;
}

/** A topic with all that should lead to it, in the order of `PASSAGE_KINDS`. */
export interface TopicPassages {
  topic: string;
  passages: Passage[];
}

/** The syllables of a name without tones, one a Chinese character; other characters yield none. */
export type Speak = (name: string) => string[];

/** What is also found by how it sounds: names, not sentences. */
const SPOKEN: ReadonlySet<PassageKind> = new Set(['title', 'alias', 'term', 'section']);
/** Terms and postings of a shard, in characters: some four kilobytes to fetch. */
const SHARD_SIZE = 4_500;

/**
 * The index of `topics`: a core that every query needs, and shards of which a query needs a few. The same topics give
 * the same index.
 * @param speak for Chinese; without it nothing is found by its sound.
 */
export function buildIntentIndex(
  topics: readonly TopicPassages[],
  lang: Lang,
  speak?: Speak,
): { core: IndexCore; shards: IndexShard[] } {
  const postings = new Map<string, number[]>();
  const lengths: number[][] = [];
  let number = 0;
  for (const { passages } of topics) {
    const own: number[] = [];
    for (const { kind, text } of passages) {
      const terms = indexTexts(text, lang).flatMap((form) => termsOf(unitsOf(form)).map((term) => term.text));
      const spoken = speak && SPOKEN.has(kind) ? spellingTerms(speak(text), kind === 'title' || kind === 'term') : [];
      for (const term of new Set([...terms, ...spoken])) {
        const places = postings.get(term);
        if (places) places.push(number);
        else postings.set(term, [number]);
      }
      own.push(new Set(terms).size);
      number += 1;
    }
    lengths.push(own);
  }
  const shards = cutShards([...postings].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    core: {
      topics: topics.map(({ topic }) => topic),
      counts: topics.map(({ passages }) =>
        encodeNumbers(PASSAGE_KINDS.map((kind) => passages.filter((passage) => passage.kind === kind).length)),
      ),
      lengths: lengths.map(encodeNumbers),
      shards: shards.map(({ first }) => first),
    },
    shards: shards.map(({ terms, postings: numbers }) => ({ terms: terms.join(' '), postings: numbers.join('') })),
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
    shard.size += term.length + text.length + 1;
  }
  return shards;
}
