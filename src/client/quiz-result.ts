import { fillTemplate } from '../quiz/fill-template.ts';
import type { ShownQuestion } from '../quiz/shown-question.ts';
import type { QuizTexts } from '../quiz/wording.ts';
import { makeElement } from './make-element.ts';

/**
 * How a round went, and what is worth reading again.
 * @param level that of the first heading: one below the heading it stands under.
 */
export function renderResult(
  questions: readonly ShownQuestion[],
  scores: readonly number[],
  texts: QuizTexts,
  level: 'h2' | 'h3',
): Node[] {
  const right = scores.filter((score) => score === 1).length;
  const missed = questions.filter((_, at) => scores[at] !== 1);
  const marks = questions.map((_, at) =>
    makeElement('i', { 'data-mark': scores[at] === 1 ? 'right' : 'wrong' }, scores[at] === 1 ? '✓' : '✕'),
  );
  return [
    makeElement(level, { class: 'quiz-done' }, texts.done),
    makeElement(
      'p',
      { class: 'quiz-score' },
      fillTemplate(texts.score, { n: String(right), total: String(questions.length) }),
    ),
    makeElement('p', { class: 'quiz-marks', 'aria-hidden': 'true' }, ...marks),
    ...(missed.length === 0
      ? [makeElement('p', {}, texts.allRight)]
      : [makeElement(level === 'h2' ? 'h3' : 'h4', { class: 'quiz-part' }, texts.readAgain), sectionLinks(missed)]),
  ];
}

/** Links to the sections that answer the questions, each once, with the questions under it. */
function sectionLinks(missed: readonly ShownQuestion[]): HTMLElement {
  const items = [...new Set(missed.map(({ href }) => href))].map((href) => {
    const questions = missed.filter((question) => question.href === href);
    return makeElement(
      'li',
      {},
      makeElement('a', { href }, questions[0]?.section ?? ''),
      ...questions.map(({ stem }) => makeElement('span', {}, stem)),
    );
  });
  return makeElement('ul', { class: 'quiz-again', role: 'list' }, ...items);
}
