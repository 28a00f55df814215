import { fillTemplate } from '../quiz/fill-template.ts';
import { letterAt } from '../quiz/shown-question.ts';
import { makeElement } from './make-element.ts';
import type { ShowQuestion } from './quiz-view.ts';

/**
 * Shows a choice, single or multiple, or a true–false question: real radio buttons or check boxes, each reason under its
 * option after the answer.
 */
export const showChoice: ShowQuestion = ({ question, texts }) => {
  const hasLetters = question.type !== 'true-false';
  const isMultiple = question.type === 'multiple';
  const rows = question.options.map(({ id, text, feedback }, at) => {
    const input = makeElement('input', { type: isMultiple ? 'checkbox' : 'radio', name: question.id, value: id });
    const badge = makeElement('b', { class: 'quiz-badge' }, hasLetters ? letterAt(at) : '');
    const label = makeElement('label', {}, input, badge, makeElement('span', {}, text));
    return { id, text, feedback, input, badge, row: makeElement('div', { class: 'quiz-option' }, label) };
  });
  const hint = isMultiple ? [makeElement('p', { class: 'quiz-hint' }, texts.many)] : [];
  const element = makeElement(
    'fieldset',
    {},
    makeElement('legend', { class: 'quiz-stem', tabindex: '-1' }, question.stem),
    ...hint,
    ...rows.map(({ row }) => row),
  );
  element.dataset['type'] = question.type;

  const isKey = (id: string) => question.key.includes(id);
  return {
    element,
    answer: () => rows.flatMap(({ id, input }) => (input.checked ? [id] : [])),
    reveal: (isRight) => {
      element.disabled = true;
      for (const { id, feedback, input, badge, row } of rows) {
        const name = isKey(id) ? 'right' : input.checked ? 'wrong' : 'other';
        row.dataset['mark'] = name;
        if (name !== 'other') {
          badge.textContent = isKey(id) ? '✓' : '✕';
          const said = [isKey(id) ? texts.optionRight : texts.optionWrong, ...(input.checked ? [texts.yours] : [])];
          badge.append(makeElement('span', { class: 'sr-only' }, ` ${said.join(' · ')} `));
        }
        // The two reasons of a true–false question are two sides of one; the reader needs the side they took.
        if (hasLetters || input.checked) row.append(makeElement('p', { class: 'quiz-why' }, feedback));
      }
      const chosen = rows.filter(({ input }) => input.checked);
      const right = rows.filter(({ id }) => isKey(id)).map(({ text }) => text);
      const answer = isRight ? '' : fillTemplate(texts.wrongKey, { key: right.join(' · ') });
      return [answer, chosen.length === 1 ? (chosen[0]?.feedback ?? '') : ''].join(' ').trim();
    },
  };
};
