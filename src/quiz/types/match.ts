import { mixedUp } from '../mixed-up.ts';
import { rankBySeed } from '../rank-by-seed.ts';
import { lettersOf } from '../shown-question.ts';
import { isAllPlaced, parsePlacement, placement, shareInPlace } from './placement.ts';
import type { QuestionRules } from './question-type.ts';

/** Each of several texts is put beside the one it belongs to; the answer says which beside which. */
export const match: QuestionRules<'match'> = {
  present: ({ pairs }, lang, { seed }) => {
    const drawn = rankBySeed(`${seed} left`, pairs, ({ id }) => id);
    return {
      type: 'match',
      pairs: drawn.map(({ id, left, right, feedback }) => ({
        id,
        left: left[lang],
        right: right[lang],
        feedback: feedback[lang],
      })),
      shown: mixedUp(
        seed,
        drawn.map(({ id }) => id),
      ),
    };
  },
  wording: ({ pairs }) =>
    pairs
      .map(({ id, left, right }) => [id, left.zh, left.en, right.zh, right.en])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  show: ({ pairs, shown }) => ({
    options: shown.flatMap((id) =>
      pairs.filter((pair) => pair.id === id).map(({ right, feedback }) => ({ id, text: right, feedback })),
    ),
    targets: pairs.map(({ id, left }) => ({ id, text: left })),
    key: pairs.map(({ id }) => placement(id, id)),
  }),
  isComplete: isAllPlaced,
  grade: ({ key }, answer) => shareInPlace(key, answer),
  printKey: (shown) =>
    shown.targets
      .map(({ id }, at) => {
        const put = shown.key.map(parsePlacement).filter(({ target }) => target === id);
        return `${String(at + 1)}${lettersOf(
          shown,
          put.map(({ option }) => option),
        ).join('')}`;
      })
      .join(' '),
};
