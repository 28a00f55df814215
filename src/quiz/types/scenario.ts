import type { Localized } from '../../model/localized.ts';
import type { ScenarioNode } from '../../model/scenario.ts';
import { bestPath, decisionsOn } from '../scenario-path.ts';
import { letterAt, type ShownQuestion } from '../shown-question.ts';
import type { QuestionRules } from './question-type.ts';

/** Stands behind a choice in the key that goes half the way. */
const HALF = '~';

/**
 * A story is followed to one of its ends; the answer is the choices on the way, as `<scene>/<choice>`. The key holds
 * every choice that helps, on whatever way, and with `~` behind them those that go half the way: a score is the share
 * of the choices made that helped, half ones counting half.
 */
export const scenario: QuestionRules<'scenario'> = {
  present: ({ nodes }, lang) => ({
    type: 'scenario',
    nodes: nodes.map(({ when, title, text, ask, choices, ...ways }) => ({
      ...ways,
      when: when?.[lang],
      title: title[lang],
      text: text[lang],
      ask: ask?.[lang],
      choices: choices.map((choice) => ({
        ...choice,
        text: choice.text[lang],
        outcome: choice.outcome[lang],
        feedback: choice.feedback[lang],
      })),
    })),
    best: bestPath(nodes),
  }),
  wording: ({ nodes }) => nodes.map(wordingOf).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  show: ({ nodes, best }) => ({
    story: nodes,
    options: decisionsOn(nodes, best).map(({ scene: { id, ask = '' }, choice }) => ({
      id: `${id}/${choice.id}`,
      text: `${ask} → ${choice.text}`,
      feedback: choice.feedback,
    })),
    targets: [],
    key: nodes.flatMap(({ id, choices }) =>
      choices.flatMap((choice) => {
        const step = `${id}/${choice.id}`;
        return choice.effect === 'helps' ? [step] : choice.effect === 'half' ? [step + HALF] : [];
      }),
    ),
  }),
  // Only a story that has come to its end is handed in, so that any choice at all is a whole answer.
  isComplete: (_, answer) => answer.length > 0,
  grade: ({ key }, answer) => {
    const earned = answer.reduce(
      (sum, step) => sum + (key.includes(step) ? 1 : key.includes(step + HALF) ? 0.5 : 0),
      0,
    );
    return answer.length === 0 ? 0 : earned / answer.length;
  },
  printKey: (shown) =>
    decisionsOf(shown)
      .map(({ number, letter }) => `${number} ${letter}`)
      .join(' '),
};

/**
 * The decisions on the best way through a story, as paper has them: in the order told, each with its number,
 * `(1)`, the letter of what helps, and the letters of what goes half the way.
 */
export function decisionsOf({ story = [], options }: Pick<ShownQuestion, 'story' | 'options'>) {
  const way = options.map(({ id }) => id);
  return decisionsOn(story, way).map((decision, at) => {
    const { choices } = decision.scene;
    const half = choices.filter(({ effect }) => effect === 'half').map((choice) => letterAt(choices.indexOf(choice)));
    return { number: `(${String(at + 1)})`, letter: letterAt(choices.indexOf(decision.choice)), half, ...decision };
  });
}

/** What a scene asks and offers, whatever order its choices stand in. */
function wordingOf({ id, ask, choices }: ScenarioNode<Localized>): unknown[] {
  const offered = choices
    .map(({ id: name, text, effect, next }) => [name, text.zh, text.en, effect, next])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return [id, ask?.zh, ask?.en, offered];
}
