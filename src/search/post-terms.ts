import type { Lang } from '../model/localized.ts';
import type { PassagePlace } from './intent-index.ts';
import { unifyWords } from './language-words.ts';
import { normaliseText } from './normalise-text.ts';
import { spellingTerms } from './spelling-terms.ts';
import { termsOf, unitsOf } from './text-units.ts';
import type { Passage } from './topic-texts.ts';

/** How a name sounds: the possible syllables of each of its Chinese characters, run by run. */
export type Speak = (name: string) => (readonly string[])[][];

/** The passages that have each term, in order, and where each passage belongs. */
export interface PostedTerms {
  places: PassagePlace[];
  postings: Map<string, number[]>;
}

/** Posts the terms of all passages of all topics. */
export function postTerms(topics: readonly (readonly Passage[])[], lang: Lang): PostedTerms {
  const posted: PostedTerms = { places: [], postings: new Map() };
  for (const [topic, passages] of topics.entries()) {
    let nth = 0;
    for (const [at, { kind, text }] of passages.entries()) {
      nth = at > 0 && passages[at - 1]?.kind === kind ? nth + 1 : 0;
      const terms = new Set(termsOf(unitsOf(unifyWords(normaliseText(text), lang))).map((term) => term.text));
      for (const term of terms) post(posted.postings, term, posted.places.length);
      posted.places.push({ topic, kind, nth, length: terms.size });
    }
  }
  return posted;
}

/** Posts how the passages sound beside what they say. */
export function postSounds(
  postings: Map<string, number[]>,
  topics: readonly (readonly Passage[])[],
  speak: Speak,
): void {
  let passage = 0;
  for (const { kind, text } of topics.flat()) {
    const hasInitials = kind === 'title' || kind === 'term' || kind === 'alias';
    for (const term of new Set(speak(text).flatMap((run) => spellingTerms(run, hasInitials)))) {
      post(postings, term, passage);
    }
    passage += 1;
  }
}

function post(postings: Map<string, number[]>, term: string, passage: number): void {
  const known = postings.get(term);
  if (known) known.push(passage);
  else postings.set(term, [passage]);
}
