import { countTicks, scoreScale, type ScoredScale } from '../quiz/score-scale.ts';
import { makeElement } from './make-element.ts';
import { printPart } from './print-part.ts';
import { keepScale, loadScale, type FinishedScale, type ScaleAnswers } from './scale-store.ts';
import { today } from './today.ts';

function fill(text: string | undefined, values: Record<string, string | number>): string {
  return (text ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function isSame(a: ScaleAnswers, b: ScaleAnswers): boolean {
  return a.size === b.size && [...a].every(([item, points]) => b.get(item) === points);
}

/** What the answers given come to, and whether that is a result. */
interface Outcome {
  answered: number;
  items: number;
  /** The score, or the number of ticks; undefined until there is a result. */
  reached: number | undefined;
  most: number;
  band: string | undefined;
}

/**
 * A self-assessment that is filled in on the page: a bar tells how far one is, and answers are kept as they are given. A
 * scale has its result with its last answer, a list of ticks when the reader asks for it: the band with its advice, a
 * picture of the profile or what to practise, and last time's beside it.
 */
class SelfAssessment extends HTMLElement {
  #form!: HTMLElement;
  #status!: HTMLElement;
  #result!: HTMLElement;
  #scale!: ScoredScale;
  #isTicks = false;
  /** Whether the reader of a list of ticks has asked for the result. */
  #isFinished = false;
  #results: readonly FinishedScale[] = [];

  connectedCallback(): void {
    const form = this.querySelector<HTMLElement>('.scale-form');
    const status = this.querySelector<HTMLElement>('[role="status"]');
    const result = this.querySelector<HTMLElement>('.scale-result');
    if (!form || !status || !result) return;
    [this.#form, this.#status, this.#result] = [form, status, result];
    this.#scale = JSON.parse(this.dataset['shape'] ?? '{}') as ScoredScale;
    this.#isTicks = this.dataset['mode'] === 'ticks' || this.dataset['mode'] === 'statements';

    const { draft, results } = loadScale(this.#id);
    this.#results = results;
    this.#isFinished = results.some(({ day, answers }) => day === today() && isSame(answers, draft));
    this.#put(draft);
    for (const element of this.querySelectorAll<HTMLElement>('[data-scripted]')) element.hidden = false;
    this.#show();
    if (draft.size > 0) this.#tell(true);

    form.addEventListener('change', () => {
      this.#show();
      this.#tell(this.#keep());
    });
    this.querySelector('[data-finish]')?.addEventListener('click', () => {
      this.#isFinished = true;
      this.#show();
      this.#tell(this.#keep());
      result.focus();
    });
    this.querySelector('[data-again]')?.addEventListener('click', () => {
      this.#isFinished = false;
      this.#put(new Map());
      this.#show();
      this.#tell(this.#keep());
      form.querySelector('input')?.focus();
    });
    for (const button of this.querySelectorAll<HTMLElement>('[data-print]')) {
      button.addEventListener('click', () => this.#print(button.dataset['print'] === 'blank'));
    }
  }

  get #id(): string {
    return this.dataset['scale'] ?? '';
  }

  #answers(): ScaleAnswers {
    const checked = this.#form.querySelectorAll<HTMLInputElement>('input:checked');
    return new Map([...checked].map((input) => [input.name, Number(input.value)]));
  }

  #put(answers: ScaleAnswers): void {
    for (const input of this.#form.querySelectorAll<HTMLInputElement>('input')) {
      input.checked = answers.get(input.name) === Number(input.value);
    }
  }

  #outcome(answers: ScaleAnswers): Outcome {
    if (this.#isTicks) {
      const { ticked, of, band } = countTicks(this.#scale, answers);
      const reached = this.#isFinished ? ticked : undefined;
      return { answered: ticked, items: of, reached, most: of, band: this.#isFinished ? band : undefined };
    }
    const { answered, of, score, band } = scoreScale(this.#scale, answers);
    const { from, to } = this.#scale.points;
    return { answered, items: of, reached: score, most: of * Math.max(from, to), band };
  }

  /** Keeps what is filled in, and a result as today's; returns whether the device took it. */
  #keep(): boolean {
    const draft = this.#answers();
    if (this.#outcome(draft).reached !== undefined) {
      this.#results = [...this.#results.filter(({ day }) => day !== today()), { day: today(), answers: draft }];
    }
    return keepScale(this.#id, { draft, results: this.#results });
  }

  /** Says how far the reader is, the result once there is one, and whether the device could keep it. */
  #tell(isKept: boolean): void {
    const { answered, items, reached, most, band } = this.#outcome(this.#answers());
    const parts = [fill(this.dataset['answered'], { n: answered, of: items })];
    if (reached !== undefined) {
      if (!this.#isTicks) parts.push(fill(this.dataset['score'], { n: reached, of: most }));
      if (band !== undefined) parts.push(this.querySelector(`[data-band="${band}"] h3`)?.textContent ?? '');
    }
    if (!isKept) parts.push(this.dataset['notKept'] ?? '');
    this.#status.textContent = parts.join(' · ');
  }

  #show(): void {
    const answers = this.#answers();
    const { answered, reached, most, band } = this.#outcome(answers);
    const progress = this.querySelector('progress');
    if (progress) progress.value = answered;
    this.#result.hidden = reached === undefined;
    if (reached === undefined) return;
    const last = this.#results.filter((result) => !isSame(result.answers, answers)).at(-1);
    const then =
      last &&
      (this.#isTicks ? countTicks(this.#scale, last.answers).ticked : scoreScale(this.#scale, last.answers).score);
    const put = (name: string, ...content: (Node | string)[]) =>
      this.#result.querySelector(name)?.replaceChildren(...content);
    put('.scale-score', fill(this.dataset['score'], { n: reached, of: most }));
    put('.scale-before', last && then !== undefined ? fill(this.dataset['before'], { day: last.day, n: then }) : '');
    put('.scale-profile', ...(this.#isTicks ? [] : this.#profile(answers, last?.answers)));
    for (const element of this.querySelectorAll<HTMLElement>('[data-band]')) {
      element.hidden = element.dataset['band'] !== band;
    }
    for (const list of this.querySelectorAll<HTMLElement>('[data-list]')) showList(list, answers, last?.answers);
  }

  /** One bar an item, with where it stood last time. */
  #profile(answers: ScaleAnswers, last: ScaleAnswers | undefined): Node[] {
    const most = Math.max(this.#scale.points.from, this.#scale.points.to);
    return this.#scale.items.map((item) => {
      const name = this.querySelector(`[data-item="${item}"]`)?.textContent.trim() ?? item;
      const value = answers.get(item) ?? 0;
      const bar = makeElement('meter', { min: '0', max: String(most), value: String(value), 'aria-label': name });
      const then = last?.get(item);
      const figures = then === undefined ? String(value) : `${String(then)} → ${String(value)}`;
      return makeElement('li', {}, makeElement('span', {}, name), bar, makeElement('small', {}, figures));
    });
  }

  #print(isBlank: boolean): void {
    const answers = this.#answers();
    if (isBlank) {
      this.#put(new Map());
      this.#result.hidden = true;
    }
    printPart(this.closest('.block') ?? this, () => {
      this.#put(answers);
      this.#show();
    });
  }
}

/** Shows those lines of a list whose item is in the state that the list tells of, and the list if there is one. */
function showList(list: HTMLElement, now: ScaleAnswers, last: ScaleAnswers | undefined): void {
  const isShown = (item: string): boolean => {
    switch (list.dataset['list']) {
      case 'ticked':
        return now.has(item);
      case 'open':
        return !now.has(item);
      case 'gained':
        return last !== undefined && now.has(item) && !last.has(item);
      case 'dropped':
        return last !== undefined && !now.has(item) && last.has(item);
      default:
        return false;
    }
  };
  const lines = [...list.querySelectorAll<HTMLElement>('[data-of]')];
  for (const line of lines) line.hidden = !isShown(line.dataset['of'] ?? '');
  list.hidden = lines.every((line) => line.hidden);
}

customElements.define('self-assessment', SelfAssessment);
