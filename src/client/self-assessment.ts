import { scoreScale, type ScoredScale } from '../quiz/score-scale.ts';
import { makeElement } from './make-element.ts';
import { keepScale, loadScale, type FinishedScale, type ScaleAnswers } from './scale-store.ts';

/** Today by the reader's own calendar, `2026-11-20`. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/**
 * A self-assessment that is filled in on the page: a bar tells how far one is, answers are kept as they are given, and
 * the last answer brings the result with its band, a picture of the profile, and last time's beside it.
 */
class SelfAssessment extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector<HTMLElement>('.scale-form');
    const progress = this.querySelector('progress');
    const status = this.querySelector<HTMLElement>('[role="status"]');
    const result = this.querySelector<HTMLElement>('.scale-result');
    if (!form || !progress || !status || !result) return;
    const id = this.dataset['scale'] ?? '';
    const isTicks = this.dataset['mode'] === 'ticks' || this.dataset['mode'] === 'statements';
    const scale = JSON.parse(this.dataset['shape'] ?? '{}') as ScoredScale;
    const texts = this.dataset;
    let { results } = loadScale(id);
    const fill = (text: string | undefined, values: Record<string, string | number>) =>
      (text ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

    const answersGiven = (): ScaleAnswers =>
      new Map(
        [...form.querySelectorAll<HTMLInputElement>('input:checked')].map((input) => [input.name, Number(input.value)]),
      );
    const put = (answers: ScaleAnswers) => {
      for (const input of form.querySelectorAll<HTMLInputElement>('input')) {
        input.checked = answers.get(input.name) === Number(input.value);
      }
    };
    const show = (announce: boolean) => {
      const answers = answersGiven();
      const { answered, of, score, band } = scoreScale(scale, answers);
      progress.value = answered;
      const told = isTicks ? texts['ticked'] : texts['answered'];
      if (announce || answered > 0) status.textContent = fill(told, { n: answered, of });
      for (const element of this.querySelectorAll<HTMLElement>('[data-band]')) {
        element.hidden = band === undefined || element.dataset['band'] !== band;
      }
      result.hidden = isTicks ? answered === 0 : score === undefined;
      if (score !== undefined && !isTicks) {
        const before = results.filter(
          ({ answers: old }) => ![...old].every(([item, points]) => answers.get(item) === points),
        );
        result
          .querySelector('.scale-score')
          ?.replaceChildren(fill(texts['score'], { score, max: this.highest(scale) }));
        result.querySelector('.scale-profile')?.replaceChildren(...this.profile(scale, answers, before.at(-1)));
        const last = before.at(-1);
        const then = last && scoreScale(scale, last.answers).score;
        result
          .querySelector('.scale-before')
          ?.replaceChildren(last && then !== undefined ? fill(texts['before'], { day: last.day, score: then }) : '');
      }
    };

    form.addEventListener('change', () => {
      const draft = answersGiven();
      const isWhole = scoreScale(scale, draft).score !== undefined && !isTicks;
      if (isWhole) results = [...results.filter(({ day }) => day !== today()), { day: today(), answers: draft }];
      const isKept = keepScale(id, { draft, results });
      show(true);
      if (!isKept) status.textContent = `${status.textContent} ${texts['notKept'] ?? ''}`;
    });
    this.querySelector('[data-again]')?.addEventListener('click', () => {
      put(new Map());
      keepScale(id, { draft: new Map(), results });
      show(true);
      form.querySelector('input')?.focus();
    });
    this.querySelector('[data-print]')?.addEventListener('click', () => print());
    put(loadScale(id).draft);
    for (const element of this.querySelectorAll<HTMLElement>('[data-scripted]')) element.hidden = false;
    show(false);
  }

  private highest({ items, points }: ScoredScale): number {
    return items.length * Math.max(points.from, points.to);
  }

  /** One bar an item, with a line where it stood last time. */
  private profile(scale: ScoredScale, answers: ScaleAnswers, last: FinishedScale | undefined): Node[] {
    const most = Math.max(scale.points.from, scale.points.to);
    return scale.items.map((item) => {
      const name = this.querySelector(`[data-item="${item}"]`)?.textContent.trim() ?? item;
      const value = answers.get(item) ?? 0;
      const bar = makeElement('meter', { min: '0', max: String(most), value: String(value), 'aria-label': name });
      const then = last?.answers.get(item);
      const figures = makeElement(
        'small',
        {},
        then === undefined ? String(value) : `${String(then)} → ${String(value)}`,
      );
      return makeElement('li', {}, makeElement('span', {}, name), bar, figures);
    });
  }
}
customElements.define('self-assessment', SelfAssessment);
