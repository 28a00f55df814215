import { draftChoice, type Candidate } from '../../quiz/draft-choice.ts';
import { asPhrase } from '../../quiz/fill-template.ts';
import type { QuestionPattern } from '../../quiz/question-draft.ts';
import { rankBySeed } from '../../quiz/rank-by-seed.ts';
import { mapText, reasonWording, stemWording } from '../../quiz/wording.ts';
import type { CaseBlock } from './schema.ts';

type Choice = NonNullable<CaseBlock['scenes'][number]['decision']>['choices'][number];

/** What to do in a scene: only where exactly one choice is good. What follows and why is the reason on each. */
const decision: QuestionPattern<CaseBlock> = {
  id: 'decision',
  perBlock: 3,
  draft: (block, place) =>
    rankBySeed(place.block, block.scenes, idOf).flatMap((scene) => {
      const { ask, choices = [] } = scene.decision ?? {};
      const [key, another] = choices.filter(({ effect }) => effect === 'helps');
      if (!ask || !key || another) return [];
      return draftChoice(
        place,
        'decision',
        scene.id,
        (id) => stemWording('decision', id, { place: place.name, scene: scene.title, situation: scene.text, ask }),
        choiceCandidate(key),
        [choices.filter((choice) => choice !== key).map(choiceCandidate)],
      );
    }),
};

/**
 * How a case is asked about: what to do at its turning points. Its lessons guard against one and the same outcome, so
 * that no question among them has a single answer.
 */
export const questions: readonly QuestionPattern<CaseBlock>[] = [decision];

function choiceCandidate({ id, text, outcome, why }: Choice): Candidate {
  return { id, text: mapText(text, asPhrase), feedback: reasonWording('outcome', { outcome, reason: why }) };
}

function idOf({ id }: { id: string }): string {
  return id;
}
