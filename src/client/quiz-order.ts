import { fillTemplate } from '../quiz/fill-template.ts';
import { makeElement } from './make-element.ts';
import type { ShowQuestion } from './quiz-view.ts';

/** Shows an ordering question: rows moved by buttons, by the arrow keys on them, or dragged by their handles. */
export const showOrder: ShowQuestion = ({ question, texts, announce }) => {
  const list = makeElement('ol', { class: 'quiz-rows', role: 'list' });
  const rowsNow = () => [...list.children] as HTMLElement[];
  const element = makeElement(
    'fieldset',
    {},
    makeElement('legend', { class: 'quiz-stem', tabindex: '-1' }, question.stem),
    makeElement('p', { class: 'quiz-hint' }, texts.order),
    list,
  );
  element.dataset['type'] = question.type;

  const rows = question.options.map(({ id, text, feedback }) => {
    const handle = makeElement('span', { class: 'quiz-handle', 'aria-hidden': 'true' });
    const up = moveButton('↑', fillTemplate(texts.up, { item: text }));
    const down = moveButton('↓', fillTemplate(texts.down, { item: text }));
    const row = makeElement('li', {}, handle, makeElement('span', {}, text), up, down);
    row.dataset['id'] = id;

    const sayPlace = () => {
      const n = String(rowsNow().indexOf(row) + 1);
      announce(fillTemplate(texts.moved, { item: text, n, total: String(rowsNow().length) }));
      markEnds();
    };
    // The neighbour is moved, not the row itself: an element taken out of the page loses focus and pointer.
    const moveUp = () => row.previousElementSibling && row.after(row.previousElementSibling);
    const moveDown = () => row.nextElementSibling && row.before(row.nextElementSibling);
    up.addEventListener('click', () => {
      moveUp();
      sayPlace();
    });
    down.addEventListener('click', () => {
      moveDown();
      sayPlace();
    });
    row.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      if (event.key === 'ArrowUp') moveUp();
      else moveDown();
      sayPlace();
    });
    handle.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || element.disabled) return;
      event.preventDefault();
      drag(row, handle, event.pointerId, sayPlace);
    });
    return { id, feedback, row, up, down };
  });
  list.append(...rows.map(({ row }) => row));
  markEnds();

  function markEnds(): void {
    const all = rowsNow();
    for (const { row, up, down } of rows) {
      up.setAttribute('aria-disabled', String(row === all[0]));
      down.setAttribute('aria-disabled', String(row === all.at(-1)));
    }
  }

  return {
    element,
    answer: () => rowsNow().map((row) => row.dataset['id'] ?? ''),
    reveal: () => {
      const answer = rowsNow().map((row) => row.dataset['id'] ?? '');
      element.disabled = true;
      for (const [at, id] of question.key.entries()) {
        const { row, feedback } = rows.find((candidate) => candidate.id === id) ?? {};
        if (!row) continue;
        const put = answer.indexOf(id);
        row.dataset['mark'] = put === at ? 'right' : 'wrong';
        const place = put === at ? texts.inPlace : fillTemplate(texts.yourPlace, { n: String(put + 1) });
        row.append(
          makeElement('em', { class: 'quiz-place' }, `${put === at ? '✓' : '✕'} ${place}`),
          makeElement('p', { class: 'quiz-why' }, feedback ?? ''),
        );
        list.append(row);
      }
      const right = answer.filter((id, at) => id === question.key[at]).length;
      return fillTemplate(texts.partly, { n: String(right), total: String(answer.length) });
    },
  };
};

function moveButton(sign: string, label: string): HTMLButtonElement {
  return makeElement('button', { type: 'button', class: 'quiz-move', 'aria-label': label, title: label }, sign);
}

/** Lets the row follow the pointer past the middle of its neighbours until the pointer is lifted. */
function drag(row: HTMLElement, handle: HTMLElement, pointer: number, onEnd: () => void): void {
  const middleOf = (element: Element) => {
    const { top, height } = element.getBoundingClientRect();
    return top + height / 2;
  };
  const follow = ({ clientY }: PointerEvent) => {
    while (row.nextElementSibling && clientY > middleOf(row.nextElementSibling)) row.before(row.nextElementSibling);
    while (row.previousElementSibling && clientY < middleOf(row.previousElementSibling)) {
      row.after(row.previousElementSibling);
    }
  };
  const end = () => {
    handle.removeEventListener('pointermove', follow);
    row.removeAttribute('data-dragged');
    onEnd();
  };
  handle.setPointerCapture(pointer);
  handle.addEventListener('pointermove', follow);
  handle.addEventListener('lostpointercapture', end, { once: true });
  row.setAttribute('data-dragged', '');
}
