import type { Localized } from '../model/localized.ts';
import type { Candidate } from './draft-choice.ts';
import { questionId, type QuestionDraft, type QuestionPlace } from './question-draft.ts';
import { rankBySeed } from './rank-by-seed.ts';

/** What items may be sorted into, and which. */
export interface BinCandidate {
  id: string;
  label: Localized;
  items: readonly Candidate[];
}

const MOST_PER_BIN = 3;
const FEWEST_PER_BIN = 2;
/** So many items can be held in mind at one time. */
const MOST_ITEMS = 6;

/** A sorting of two to four bins, up to six items in all, or nothing where a bin would hold fewer than two. */
export function draftSort(
  place: QuestionPlace,
  pattern: string,
  fact: string,
  stemFor: (id: string) => Localized,
  candidates: readonly BinCandidate[],
): QuestionDraft[] {
  const id = questionId(place, pattern, fact);
  const perBin = Math.max(FEWEST_PER_BIN, Math.min(MOST_PER_BIN, Math.floor(MOST_ITEMS / candidates.length)));
  const bins = candidates.map(({ id: bin, label, items }) => ({
    id: bin,
    label,
    items: rankBySeed(id, items, (item) => item.id).slice(0, perBin),
  }));
  if (bins.length < 2 || bins.length > 4 || bins.some(({ items }) => items.length < FEWEST_PER_BIN)) return [];
  return [{ id, block: place.block, pattern, type: 'sort', stem: stemFor(id), bins }];
}
