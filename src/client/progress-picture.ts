import { fillTemplate } from '../quiz/fill-template.ts';
import { makeElement } from './make-element.ts';
import type { ProgressStore } from './progress-store.ts';
import type { BankData } from './question-bank.ts';

/** A bar a theme: how many questions are answered right, wrong, and not at all; in words beside it. */
export function renderProgress(
  { themes, topics }: BankData,
  store: Pick<ProgressStore, 'topicSummary'>,
  sentence: string,
): HTMLElement {
  const rows = themes.flatMap(({ id, title, style }) => {
    const own = topics.filter(({ theme }) => theme === id);
    const total = own.reduce((sum, { questions }) => sum + questions, 0);
    if (total === 0) return [];
    const standings = own.map((topic) => {
      const { correct, wrong } = store.topicSummary(topic.id);
      // A question taken away since may still be stored as answered.
      const right = Math.min(correct, topic.questions);
      return { right, wrong: Math.min(wrong, topic.questions - right) };
    });
    const right = standings.reduce((sum, standing) => sum + standing.right, 0);
    const wrong = standings.reduce((sum, standing) => sum + standing.wrong, 0);
    const words = fillTemplate(sentence, {
      right: String(right),
      wrong: String(wrong),
      left: String(total - right - wrong),
    });
    const row = makeElement(
      'li',
      { 'data-theme-of': id, style },
      makeElement('b', {}, title),
      bar(`${title}: ${words}`, right / total, wrong / total),
      makeElement('small', {}, words),
    );
    return [row];
  });
  return makeElement('ul', { class: 'progress-picture', role: 'list' }, ...rows);
}

const SVG = 'http://www.w3.org/2000/svg';

function bar(label: string, right: number, wrong: number): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 100 4');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  const part = (name: string, from: number, width: number) => {
    const rect = document.createElementNS(SVG, 'rect');
    rect.setAttribute('class', name);
    rect.setAttribute('x', String(from * 100));
    rect.setAttribute('width', String(width * 100));
    rect.setAttribute('height', '4');
    svg.append(rect);
  };
  part('bar-all', 0, 1);
  part('bar-right', 0, right);
  part('bar-wrong', right, wrong);
  return svg;
}
