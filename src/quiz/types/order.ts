import { mixedUp } from '../mixed-up.ts';
import { lettersOf } from '../shown-question.ts';
import type { QuestionRules } from './question-type.ts';

/** Items are put in order; the answer is their ids from first to last. */
export const order: QuestionRules<'order'> = {
  present: ({ items }, lang, { seed }) => ({
    type: 'order',
    order: items.map(({ id, text, feedback }) => ({ id, text: text[lang], feedback: feedback[lang] })),
    shown: mixedUp(
      seed,
      items.map(({ id }) => id),
    ),
  }),
  wording: ({ items }) => items.map(({ id, text }) => [id, text.zh, text.en]),
  show: (question) => ({
    options: question.shown.flatMap((id) => question.order.filter((item) => item.id === id)),
    targets: [],
    key: question.order.map(({ id }) => id),
  }),
  isComplete: (key, answer) => answer.length === key.length && key.every((id) => answer.includes(id)),
  grade: ({ key }, answer) => {
    if (!order.isComplete(key, answer)) return 0;
    // One item out of turn costs one place, not the places of all that stand behind it.
    const inTurn = longestRise(answer.map((id) => key.indexOf(id)));
    return key.length < 2 ? 1 : (inTurn - 1) / (key.length - 1);
  },
  printKey: (shown) => lettersOf(shown, shown.key).join(' → '),
};

/** How many of the numbers can stay where they are when the fewest are moved to make them rise. */
function longestRise(numbers: readonly number[]): number {
  const lengths: number[] = [];
  for (const [at, number] of numbers.entries()) {
    const before = lengths.filter((_, earlier) => (numbers[earlier] ?? 0) < number);
    lengths[at] = Math.max(0, ...before) + 1;
  }
  return Math.max(0, ...lengths);
}
