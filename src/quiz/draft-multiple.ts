import type { Localized } from '../model/localized.ts';
import type { Candidate } from './draft-choice.ts';
import { questionId, type QuestionDraft, type QuestionPlace } from './question-draft.ts';
import { rankBySeed, seedOf } from './rank-by-seed.ts';

const FEWEST_KEYS = 2;
const MOST_KEYS = 3;
const OPTIONS = 5;

/**
 * A choice of several, two or three of five right as the question's id decides, or nothing where there are too few of
 * either.
 */
export function draftMultiple(
  place: QuestionPlace,
  pattern: string,
  fact: string,
  stemFor: (id: string) => Localized,
  keys: readonly Candidate[],
  distractors: readonly Candidate[],
): QuestionDraft[] {
  const id = questionId(place, pattern, fact);
  const draw = (from: readonly Candidate[], count: number) => rankBySeed(id, from, (one) => one.id).slice(0, count);
  const right = draw(keys, FEWEST_KEYS + (seedOf(id) % (MOST_KEYS - FEWEST_KEYS + 1)));
  const wrong = draw(distractors, OPTIONS - right.length);
  if (right.length < FEWEST_KEYS || wrong.length < 2) return [];
  const options = [
    ...right.map((option) => ({ ...option, correct: true })),
    ...wrong.map((option) => ({ ...option, correct: false })),
  ];
  return [{ id, block: place.block, pattern, type: 'multiple', stem: stemFor(id), options }];
}
