import type { Localized } from '../../model/localized.ts';
import { sharesWords } from '../../quiz/likeness.ts';
import { questionId, type QuestionDraft, type QuestionPattern, type QuestionPlace } from '../../quiz/question-draft.ts';
import { rankBySeed } from '../../quiz/rank-by-seed.ts';
import { labelWording, reasonWording, stemWording } from '../../quiz/wording.ts';
import type { MythsBlock } from './schema.ts';

type Myth = MythsBlock['items'][number];

/** Is the belief true: it never is, and either answer is told what is. */
const claim: QuestionPattern<MythsBlock> = {
  id: 'claim',
  perBlock: 3,
  draft: (block, place) => {
    const told = new Set(askedByTruth(block, place));
    return rankBySeed(place.block, block.items, idOf)
      .filter((item) => !told.has(item))
      .flatMap((item) => {
        const [helps, costs] = [item.why ?? item.harm, item.harm ?? item.why];
        if (!helps || !costs) return [];
        return draftStatement(place, 'claim', item, item.claim, false, {
          true: reasonWording('statement', { truth: item.truth, reason: costs }),
          false: reasonWording('statement', { truth: item.truth, reason: helps }),
        });
      });
  },
};

/** Is the truth true: asked of other items than `claim`, since either would answer the other. */
const truth: QuestionPattern<MythsBlock> = {
  id: 'truth',
  perBlock: 3,
  draft: (block, place) =>
    askedByTruth(block, place).flatMap((item) => {
      const [helps, costs] = [item.why ?? item.harm, item.harm ?? item.why];
      if (!helps || !costs) return [];
      return draftStatement(place, 'truth', item, item.truth, true, {
        true: reasonWording('plain', { reason: helps }),
        false: reasonWording('holds', { claim: item.claim, reason: costs }),
      });
    }),
};

/** How beliefs are asked about: whether a belief, or what is true instead, holds. */
export const questions: readonly QuestionPattern<MythsBlock>[] = [claim, truth];

/** Up to half of the items: those whose truth can be understood without the belief that it answers. */
function askedByTruth(block: MythsBlock, place: QuestionPlace): Myth[] {
  return rankBySeed(`${place.block} truth`, block.items, idOf)
    .filter(standsAlone)
    .slice(0, Math.floor(block.items.length / 2));
}

/** A truth that asks, points back in its first clause, or takes up no word of the belief is an answer, no statement. */
function standsAlone({ claim: belief, truth: answer }: Myth): boolean {
  const [opening = ''] = answer.en.split(/[.;:]/);
  const taken = sharesWords(belief, answer);
  return !answer.en.includes('?') && !/^(they|each|this|that)\b|\b(it|both)\b/i.test(opening) && taken.zh && taken.en;
}

function draftStatement(
  place: QuestionPlace,
  pattern: string,
  { id: fact }: Myth,
  statement: Localized,
  answer: boolean,
  feedback: Record<'true' | 'false', Localized>,
): QuestionDraft[] {
  const id = questionId(place, pattern, fact);
  const options = (['true', 'false'] as const).map((label) => ({
    id: label,
    text: labelWording(label),
    correct: (label === 'true') === answer,
    feedback: feedback[label],
  }));
  const stem = stemWording('claim', id, { place: place.name, statement });
  return [{ id, block: place.block, pattern, type: 'true-false', stem, options }];
}

function idOf({ id }: Myth): string {
  return id;
}
