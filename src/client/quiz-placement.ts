import { fillTemplate } from '../quiz/fill-template.ts';
import { parsePlacement, placement } from '../quiz/types/placement.ts';
import { followDrag } from './follow-drag.ts';
import { makeElement } from './make-element.ts';
import type { ShowQuestion } from './quiz-view.ts';

/**
 * Shows a matching or sorting question: items that are put beside their partners or into bins. An item is picked up by
 * a tap or by Enter and put down the same way on a target, or dragged there.
 */
export const showPlacement: ShowQuestion = ({ question, texts, announce }) => {
  const isMatch = question.type === 'match';
  const pool = makeElement('ul', { class: 'quiz-pool', role: 'list', 'aria-label': texts.pool });
  const targets = question.targets.map(({ id, text }) => {
    const put = makeElement(
      'button',
      { type: 'button', class: 'quiz-put', 'aria-label': fillTemplate(texts.putInto, { target: text }) },
      texts.put,
    );
    const list = makeElement('ul', { class: 'quiz-placed', role: 'list', 'aria-label': text });
    const name = makeElement('span', { class: 'quiz-target-name' }, text);
    const row = makeElement('li', { class: 'quiz-target' }, name, list, put);
    row.dataset['target'] = id;
    return { id, text, put, list, row };
  });
  const items = question.options.map(({ id, text, feedback }) => {
    const handle = makeElement('span', { class: 'quiz-handle', 'aria-hidden': 'true' });
    const button = makeElement('button', { type: 'button', class: 'quiz-item', 'aria-pressed': 'false' }, text);
    const row = makeElement('li', {}, handle, button);
    row.dataset['id'] = id;
    return { id, text, feedback, handle, button, row };
  });
  type Item = (typeof items)[number];
  type Target = (typeof targets)[number];
  pool.append(...items.map(({ row }) => row));
  const element = makeElement(
    'fieldset',
    {},
    makeElement('legend', { class: 'quiz-stem', tabindex: '-1' }, question.stem),
    makeElement('p', { class: 'quiz-hint' }, isMatch ? texts.match : texts.sort),
    pool,
    makeElement('ol', { class: 'quiz-targets', role: 'list' }, ...targets.map(({ row }) => row)),
  );
  element.dataset['type'] = question.type;

  let picked: Item | undefined;
  const waiting = () => items.filter(({ row }) => row.parentElement === pool);
  const targetOf = ({ row }: Item) => targets.find(({ list }) => list === row.parentElement);

  function pick(item: Item | undefined): void {
    picked = item;
    element.toggleAttribute('data-picking', item !== undefined);
    for (const other of items) other.button.setAttribute('aria-pressed', String(other === item));
    if (item) announce(fillTemplate(texts.picked, { item: item.text }));
  }

  function place(item: Item, target: Target | undefined): void {
    if (isMatch && target) pool.append(...[...target.list.children].filter((row) => row !== item.row));
    (target?.list ?? pool).append(item.row);
    pick(undefined);
    pool.toggleAttribute('data-empty', waiting().length === 0);
    const left = String(waiting().length);
    announce(
      target
        ? fillTemplate(texts.placed, { item: item.text, target: target.text, n: left })
        : fillTemplate(texts.putBack, { item: item.text }),
    );
  }

  for (const item of items) {
    item.button.addEventListener('click', (event) => {
      pick(picked === item ? undefined : item);
      // By keyboard the way to the targets is short; under a finger nothing may jump.
      if (picked && event.detail === 0) (targetOf(item) ?? targets[0])?.put.focus();
    });
    item.button.addEventListener('keydown', ({ key }) => {
      if (key !== 'Delete' && key !== 'Backspace') return;
      place(item, undefined);
      item.button.focus();
    });
    followDrag(item.row, item.handle, {
      isAllowed: () => !element.disabled,
      onDrop: (over) => {
        place(
          item,
          targets.find(({ row }) => row === over?.closest('.quiz-target')),
        );
      },
    });
  }
  for (const [at, target] of targets.entries()) {
    target.put.addEventListener('click', () => {
      if (!picked) return;
      const item = picked;
      place(item, target);
      (waiting()[0] ?? item).button.focus({ preventScroll: true });
    });
    target.row.addEventListener('click', ({ target: clicked }) => {
      // The whole box takes a tap, not the button alone.
      if (picked && clicked instanceof Element && !clicked.closest('button')) target.put.click();
    });
    target.put.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (step !== undefined) {
        event.preventDefault();
        targets.at((at + step) % targets.length)?.put.focus();
      }
      if (event.key === 'Escape') {
        const { button } = picked ?? {};
        pick(undefined);
        button?.focus();
      }
    });
  }

  const answer = () =>
    items.flatMap((item) => {
      const target = targetOf(item);
      return target ? [placement(item.id, target.id)] : [];
    });
  return {
    element,
    answer,
    reveal: () => {
      const put = answer();
      pick(undefined);
      element.disabled = true;
      for (const item of items) {
        const own = question.key.map(parsePlacement).find(({ option }) => option === item.id);
        const mine = targetOf(item);
        const isRight = mine?.id === own?.target;
        item.row.dataset['mark'] = isRight ? 'right' : 'wrong';
        const place = isRight ? texts.inPlace : fillTemplate(texts.yourTarget, { target: mine?.text ?? '' });
        item.button.replaceWith(makeElement('span', {}, item.text));
        item.row.append(
          makeElement('em', { class: 'quiz-place' }, `${isRight ? '✓' : '✕'} ${place}`),
          makeElement('p', { class: 'quiz-why' }, item.feedback),
        );
        targets.find(({ id }) => id === own?.target)?.list.append(item.row);
      }
      const right = put.filter((placed) => question.key.includes(placed)).length;
      return fillTemplate(texts.partly, { n: String(right), total: String(items.length) });
    },
  };
};
