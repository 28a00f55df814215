import type { QuestionType } from '../model/question.ts';

interface ShownOption {
  id: string;
  text: string;
  feedback: string;
}

/** A question as it stands in the page's own markup, the single place where it is written. */
export interface ShownQuestion {
  id: string;
  version: string;
  type: QuestionType;
  key: string[];
  stem: string;
  /** In the order shown. */
  options: ShownOption[];
  section: string;
  href: string;
}

/** The questions of a quiz, read from the list that stands there without scripts. */
export function readQuestions(quiz: HTMLElement): ShownQuestion[] {
  return [...quiz.querySelectorAll<HTMLElement>('[data-question]')].map((item) => {
    const { question = '', version = '', type = '', key = '' } = item.dataset;
    const ids = key.split(' ');
    const reasons = [...item.querySelectorAll('[data-reason]')].map(textOf);
    const options = [...item.querySelectorAll<HTMLElement>('[data-option]')].map((option, at) => {
      const id = option.dataset['option'] ?? '';
      // Reasons of an ordering stand in the right order, all others beside their options.
      return { id, text: textOf(option), feedback: reasons[type === 'order' ? ids.indexOf(id) : at] ?? '' };
    });
    const source = item.querySelector<HTMLAnchorElement>('[data-section]');
    return {
      id: question,
      version,
      type: type as QuestionType,
      key: ids,
      stem: textOf(item.querySelector('.quiz-stem')),
      options,
      section: source?.dataset['section'] ?? '',
      href: source?.getAttribute('href') ?? '',
    };
  });
}

function textOf(node: Element | null): string {
  return node?.textContent.trim() ?? '';
}
