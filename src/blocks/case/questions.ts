import { draftChoice, type Candidate } from '../../quiz/draft-choice.ts';
import { asPhrase } from '../../quiz/fill-template.ts';
import { likeness } from '../../quiz/likeness.ts';
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
      const [key, another] = choices.filter(({ good }) => good);
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

/** Which lesson guards against a harm: among lessons that have nothing to do with it. */
const lesson: QuestionPattern<CaseBlock> = {
  id: 'lesson',
  perBlock: 2,
  draft: (block, place) =>
    rankBySeed(`${place.block} lesson`, block.lessons, idOf).flatMap((key) => {
      const { harm, why } = key;
      if (!harm || !why) return [];
      const others = block.lessons.filter((other) => other !== key && likeness(other.text.zh, harm.zh) === 0);
      return draftChoice(
        place,
        'lesson',
        key.id,
        (id) => stemWording('lesson', id, { place: place.name, harm }),
        { id: key.id, text: mapText(key.text, asPhrase), feedback: why },
        [
          others.flatMap((other): Candidate[] =>
            other.harm
              ? [
                  {
                    id: other.id,
                    text: mapText(other.text, asPhrase),
                    feedback: reasonWording('other-lesson', { reason: other.harm }),
                  },
                ]
              : [],
          ),
        ],
      );
    }),
};

/** How a case is asked about: what to do at its turning points, and what each lesson is good for. */
export const questions: readonly QuestionPattern<CaseBlock>[] = [decision, lesson];

function choiceCandidate({ id, text, outcome, why }: Choice): Candidate {
  return { id, text: mapText(text, asPhrase), feedback: reasonWording('outcome', { outcome, reason: why }) };
}

function idOf({ id }: { id: string }): string {
  return id;
}
