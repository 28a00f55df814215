import type { DraftOption } from '../question-draft.ts';
import { rankBySeed } from '../rank-by-seed.ts';
import { lettersOf } from '../shown-question.ts';
import { keysOf, optionsIn, wordingOfOptions } from './options.ts';
import type { QuestionRules } from './question-type.ts';

/** One of several options is right; the answer is its id. */
export const choice: QuestionRules<'choice'> = {
  present: ({ options }, lang, { seed, keyPlace }) => ({
    type: 'choice',
    options: optionsIn(placed(options, seed, keyPlace), lang),
  }),
  wording: ({ options }) => wordingOfOptions(options),
  show: ({ options }) => ({ options, targets: [], key: keysOf(options) }),
  isComplete: (_, answer) => answer.length === 1,
  grade: ({ key: [right] }, answer) => (answer.length === 1 && answer[0] === right ? 1 : 0),
  printKey: (shown) => lettersOf(shown, shown.key).join(''),
};

function placed(options: readonly DraftOption[], seed: string, keyPlace: number): DraftOption[] {
  const distractors = rankBySeed(
    seed,
    options.filter((option) => !option.correct),
    ({ id }) => id,
  );
  return [
    ...distractors.slice(0, keyPlace),
    ...options.filter((option) => option.correct),
    ...distractors.slice(keyPlace),
  ];
}
