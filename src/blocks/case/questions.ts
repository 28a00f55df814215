import { draftChoice, type Candidate } from '../../quiz/draft-choice.ts';
import { LANGS } from '../../model/localized.ts';
import { asPhrase } from '../../quiz/fill-template.ts';
import { affinity } from '../../quiz/likeness.ts';
import { questionId, type QuestionPattern } from '../../quiz/question-draft.ts';
import { rankBySeed } from '../../quiz/rank-by-seed.ts';
import { mapText, reasonWording, stemWording } from '../../quiz/wording.ts';
import type { CaseBlock } from './schema.ts';
import { storyNodes } from './story-nodes.ts';

type Scene = CaseBlock['scenes'][number];
type Choice = NonNullable<Scene['decision']>['choices'][number];

/** From this share of its words on a scene's title says what the scene tells anyway. */
const SAME_WORDS = 0.5;

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
        (id) =>
          stemWording(isRetold(scene) ? 'decision-plain' : 'decision', id, {
            place: place.name,
            scene: scene.title,
            situation: scene.text,
            ask,
          }),
        choiceCandidate(key),
        [choices.filter((choice) => choice !== key).map(choiceCandidate)],
      );
    }),
};

/** The whole story, to be walked to one of its ends; a story that asks nothing is no question. */
const walk: QuestionPattern<CaseBlock> = {
  id: 'walk',
  perBlock: 1,
  draft: (block, place) => {
    const nodes = storyNodes(block);
    const id = questionId(place, 'walk', 'story');
    if (nodes.every(({ choices }) => choices.length === 0)) return [];
    return [
      {
        id,
        block: place.block,
        pattern: 'walk',
        type: 'scenario',
        stem: stemWording('walk', id, { place: place.name }),
        nodes,
      },
    ];
  },
};

/**
 * How a case is asked about: as a story to be walked through, and what to do at each of its turning points. Its lessons guard against one and the same outcome, so
 * that no question among them has a single answer.
 */
export const questions: readonly QuestionPattern<CaseBlock>[] = [decision, walk];

/** Whether the words of a scene's title come again in what it tells, so that a stem need not say them twice. */
function isRetold({ title, text }: Scene): boolean {
  return LANGS.some((lang) => affinity(title, text, lang) >= SAME_WORDS);
}

function choiceCandidate({ id, text, outcome, why }: Choice): Candidate {
  return { id, text: mapText(text, asPhrase), feedback: reasonWording('outcome', { outcome, reason: why }) };
}

function idOf({ id }: { id: string }): string {
  return id;
}
