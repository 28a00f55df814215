import { rankBySeed } from '../rank-by-seed.ts';
import { lettersOf } from '../shown-question.ts';
import { keysOf, optionsIn, wordingOfOptions } from './options.ts';
import type { QuestionRules } from './question-type.ts';

/** Two or more of several options are right; the answer is their ids in any order. */
export const multiple: QuestionRules<'multiple'> = {
  present: ({ options }, lang, { seed }) => ({
    type: 'multiple',
    options: optionsIn(
      rankBySeed(seed, options, ({ id }) => id),
      lang,
    ),
  }),
  wording: ({ options }) => wordingOfOptions(options),
  show: ({ options }) => ({ options, targets: [], key: keysOf(options) }),
  isComplete: (_, answer) => answer.length > 0,
  grade: ({ key, options }, answer) => {
    const chosen = [...new Set(answer)];
    const hits = chosen.filter((id) => key.includes(id)).length;
    const slips = (chosen.length - hits) / (options.length - key.length);
    // What is wrong takes back as much as what is right earns, so that ticking everything earns nothing.
    return Math.max(0, hits / key.length - slips);
  },
  printKey: (shown) => lettersOf(shown, shown.key).join(''),
};
