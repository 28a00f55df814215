import { choice } from './choice.ts';
import { optionsIn, keysOf, wordingOfOptions } from './options.ts';
import type { QuestionRules } from './question-type.ts';

/** A choice of two: the option ids are `true` and `false`, whatever words stand on them, and always in this order. */
export const trueFalse: QuestionRules<'true-false'> = {
  present: ({ options }, lang) => ({ type: 'true-false', options: optionsIn(options, lang) }),
  wording: ({ options }) => wordingOfOptions(options),
  show: ({ options }) => ({ options, targets: [], key: keysOf(options) }),
  isComplete: choice.isComplete,
  grade: choice.grade,
  printKey: ({ options, key }) => options.find(({ id }) => key.includes(id))?.text ?? '',
};
