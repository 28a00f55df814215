import { mixedUp } from '../mixed-up.ts';
import { lettersOf } from '../shown-question.ts';
import { isAllPlaced, parsePlacement, placement, shareInPlace } from './placement.ts';
import type { QuestionRules } from './question-type.ts';

/** Items are put into bins; the answer says which into which. */
export const sort: QuestionRules<'sort'> = {
  present: ({ bins }, lang, { seed }) => ({
    type: 'sort',
    bins: bins.map(({ id, label, items }) => ({
      id,
      label: label[lang],
      items: items.map((item) => ({ id: item.id, text: item.text[lang], feedback: item.feedback[lang] })),
    })),
    shown: mixedUp(
      seed,
      bins.flatMap(({ items }) => items.map(({ id }) => id)),
    ),
  }),
  wording: ({ bins }) =>
    bins.map(({ id, label, items }) => [
      id,
      label.zh,
      label.en,
      items.map((item) => [item.id, item.text.zh, item.text.en]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    ]),
  show: ({ bins, shown }) => {
    const items = bins.flatMap((bin) => bin.items);
    return {
      options: shown.flatMap((id) => items.filter((item) => item.id === id)),
      targets: bins.map(({ id, label }) => ({ id, text: label })),
      key: bins.flatMap((bin) => bin.items.map(({ id }) => placement(id, bin.id))),
    };
  },
  isComplete: isAllPlaced,
  grade: ({ key }, answer) => shareInPlace(key, answer),
  printKey: (shown) =>
    shown.targets
      .map(({ id, text }) => {
        const put = shown.key.map(parsePlacement).filter(({ target }) => target === id);
        const letters = lettersOf(
          shown,
          put.map(({ option }) => option),
        );
        return `${text} ${letters.sort().join('')}`;
      })
      .join(' / '),
};
