import type { QuestionType } from '../model/question.ts';
import type { ShownQuestion } from '../quiz/shown-question.ts';

/** The questions of a quiz, read from the list that stands there without scripts: the single place of the page. */
export function readQuestions(quiz: HTMLElement): ShownQuestion[] {
  return [...quiz.querySelectorAll<HTMLElement>('[data-question]')].map((item) => {
    const { question = '', version = '', type = '', key = '' } = item.dataset;
    const reasons = new Map(
      [...item.querySelectorAll<HTMLElement>('[data-reason]')].map((reason) => [
        reason.dataset['reason'],
        textOf(reason),
      ]),
    );
    const source = item.querySelector<HTMLAnchorElement>('[data-section]');
    return {
      id: question,
      version,
      type: type as QuestionType,
      stem: textOf(item.querySelector('.quiz-stem')),
      options: [...item.querySelectorAll<HTMLElement>('[data-option]')].map((option) => {
        const id = option.dataset['option'] ?? '';
        return { id, text: textOf(option), feedback: reasons.get(id) ?? '' };
      }),
      targets: [...item.querySelectorAll<HTMLElement>('[data-target]')].map((target) => ({
        id: target.dataset['target'] ?? '',
        text: textOf(target),
      })),
      key: key.split(' '),
      section: source?.dataset['section'] ?? '',
      href: source?.getAttribute('href') ?? '',
    };
  });
}

function textOf(node: Element | null): string {
  return node?.textContent.trim() ?? '';
}
