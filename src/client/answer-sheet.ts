import type { ShownQuestion } from '../quiz/shown-question.ts';
import { tellPlaces } from '../quiz/tell-key.ts';
import { makeElement } from './make-element.ts';

/** A question with its right answer in words and the way back to its section, to be read again. */
export function renderAnswer(question: ShownQuestion, readSection: string): HTMLElement {
  const { type, options, targets, key } = question;
  const lines =
    type === 'order' || type === 'scenario' || targets.length > 0
      ? tellPlaces(question).map(({ option, target }, at) =>
          target ? `${target.text} → ${option.text}` : `${String(at + 1)}. ${option.text}`,
        )
      : options.filter(({ id }) => key.includes(id)).map(({ text }) => text);
  const reasons = options.filter(({ id }) => key.includes(id)).map(({ feedback }) => feedback);
  return makeElement(
    'li',
    { class: 'quiz-missed' },
    makeElement('p', { class: 'quiz-stem' }, question.stem),
    ...lines.map((line) => makeElement('p', { class: 'quiz-right' }, `✓ ${line}`)),
    ...reasons.map((reason) => makeElement('p', { class: 'quiz-why' }, reason)),
    makeElement('a', { class: 'quiz-source', href: question.href }, readSection.replace('{section}', question.section)),
  );
}
