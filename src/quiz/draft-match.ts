import { LANGS, type Lang, type Localized } from '../model/localized.ts';
import { affinity } from './likeness.ts';
import { questionId, type QuestionDraft, type QuestionPlace } from './question-draft.ts';
import { rankBySeed } from './rank-by-seed.ts';

/** Two texts that belong together. */
export interface PairCandidate {
  id: string;
  left: Localized;
  right: Localized;
  feedback: Localized;
  /** All that is said of the left side: by it one pair is told from another. The left side itself where left out. */
  about?: Localized;
}

const MOST_PAIRS = 5;
const FEWEST_PAIRS = 3;
/** Two texts that share more of their words than this may stand for each other. */
const SAME_WORDS = 0.4;

/**
 * A matching of up to five pairs, or nothing where fewer than three can be told apart: no two sides are alike, and no
 * right side is closer to another left side than to its own.
 */
export function draftMatch(
  place: QuestionPlace,
  pattern: string,
  fact: string,
  stemFor: (id: string) => Localized,
  candidates: readonly PairCandidate[],
): QuestionDraft[] {
  const id = questionId(place, pattern, fact);
  const chosen: PairCandidate[] = [];
  for (const candidate of rankBySeed(id, candidates, (pair) => pair.id)) {
    if (chosen.length < MOST_PAIRS && chosen.every((other) => areApart(candidate, other))) chosen.push(candidate);
  }
  if (chosen.length < FEWEST_PAIRS) return [];
  const pairs = chosen.map((pair) => ({ id: pair.id, left: pair.left, right: pair.right, feedback: pair.feedback }));
  return [{ id, block: place.block, pattern, type: 'match', stem: stemFor(id), pairs }];
}

function areApart(a: PairCandidate, b: PairCandidate): boolean {
  return LANGS.every(
    (lang) =>
      affinity(a.left, b.left, lang) <= SAME_WORDS &&
      affinity(a.right, b.right, lang) <= SAME_WORDS &&
      isAtHome(a, b, lang) &&
      isAtHome(b, a, lang),
  );
}

/** Whether the right side of a pair is no closer to what is said of another than to what is said of its own. */
function isAtHome(pair: PairCandidate, other: PairCandidate, lang: Lang): boolean {
  return affinity(pair.right, other.about ?? other.left, lang) <= affinity(pair.right, pair.about ?? pair.left, lang);
}
