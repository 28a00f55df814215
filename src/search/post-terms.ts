import type { Lang } from '../model/localized.ts';
import type { PassagePlace } from './intent-index.ts';
import { alikeWords, unifyWords } from './language-words.ts';
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

/** Before the number of a set of words that tell of the same matter. */
export const ALIKE_MARK = '+';
/** A character that stands in more than this share of the passages tells none of them apart. */
const COMMON = 0.04;

/**
 * Posts the terms of all passages of all topics; beside them, without counting them as terms, each Chinese character
 * that is no common one, and the sets of words that a passage has a word of.
 */
export function postTerms(topics: readonly (readonly Passage[])[], lang: Lang): PostedTerms {
  const posted: PostedTerms = { places: [], postings: new Map() };
  for (const [topic, passages] of topics.entries()) {
    let nth = 0;
    for (const [at, { kind, text }] of passages.entries()) {
      nth = at > 0 && passages[at - 1]?.kind === kind ? nth + 1 : 0;
      const unified = unifyWords(normaliseText(text), lang);
      const units = unitsOf(unified);
      const passage = posted.places.length;
      let length = 0;
      for (const { text: term } of termsOf(units)) if (post(posted.postings, term, passage)) length += 1;
      for (const unit of units) if (unit.isHan) post(posted.postings, unit.text, passage);
      for (const { sets } of alikeWords(unified, lang)) {
        for (const set of sets) post(posted.postings, `${ALIKE_MARK}${set}`, passage);
      }
      posted.places.push({ topic, kind, nth, length });
    }
  }
  const most = COMMON * posted.places.length;
  for (const [term, passages] of posted.postings) {
    if (passages.length > most && CHARACTER.test(term)) posted.postings.delete(term);
  }
  return posted;
}

const CHARACTER = /^[\u3400-\u9fff\uf900-\ufaff]$/;

/** Posts how the passages sound beside what they say. */
export function postSounds(
  postings: Map<string, number[]>,
  topics: readonly (readonly Passage[])[],
  speak: Speak,
): void {
  let passage = 0;
  for (const { kind, text } of topics.flat()) {
    // What anybody may type is known by its sound where it is known by its name.
    const runs = kind === 'wording' ? [] : speak(text);
    const hasInitials = kind === 'title' || kind === 'term' || kind === 'alias';
    for (const run of runs) for (const term of spellingTerms(run, hasInitials)) post(postings, term, passage);
    passage += 1;
  }
}

/** Posts a term of the passage at hand, the latest one; false when it is posted already. */
function post(postings: Map<string, number[]>, term: string, passage: number): boolean {
  const known = postings.get(term);
  if (!known) postings.set(term, [passage]);
  else if (known[known.length - 1] === passage) return false;
  else known.push(passage);
  return true;
}
