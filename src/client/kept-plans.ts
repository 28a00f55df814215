import type { OnboardingTexts } from '../i18n/onboarding.ts';
import { fillTemplate } from '../quiz/fill-template.ts';
import { makeElement } from './make-element.ts';
import { listPlans, removePlan, type ShownPlan } from './onboarding-store.ts';

type KeptTexts = Pick<OnboardingTexts['plan'], 'remove' | 'removeLabel' | 'allDone'> &
  Pick<OnboardingTexts['home'], 'count' | 'next'>;

/** The plans opened on this device, each with how far it has come; at most `data-most` of them. Hidden while there are none. */
class KeptPlans extends HTMLElement {
  connectedCallback(): void {
    this.#show();
    addEventListener('pageshow', () => this.#show());
  }

  #show(): void {
    const texts = JSON.parse(this.dataset['texts'] ?? '{}') as KeptTexts;
    const most = Number(this.dataset['most'] ?? Infinity);
    const plans = listPlans().flatMap(({ id, plan: { shown } }) => (shown ? [{ id, shown }] : []));
    this.hidden = plans.length === 0;
    this.querySelector('ul')?.replaceChildren(
      ...plans.slice(0, most).map(({ id, shown }) => this.#row(id, shown, texts)),
    );
  }

  #row(id: string, { title, href, done, of, next }: ShownPlan, texts: KeptTexts): HTMLElement {
    const count = fillTemplate(texts.count, { done: String(done), of: String(of) });
    const bar = makeElement('progress', { max: String(of), value: String(done), 'aria-label': `${title} ${count}` });
    const link = makeElement(
      'a',
      { href },
      makeElement('b', {}, title),
      makeElement('small', {}, count),
      bar,
      makeElement('span', {}, next === '' ? texts.allDone : fillTemplate(texts.next, { step: next })),
    );
    if (this.dataset['most'] !== undefined) return makeElement('li', {}, link);
    const label = fillTemplate(texts.removeLabel, { title });
    const remove = makeElement('button', { type: 'button', class: 'kept-remove', 'aria-label': label }, texts.remove);
    remove.addEventListener('click', () => {
      removePlan(id);
      this.#show();
    });
    return makeElement('li', {}, link, remove);
  }
}
customElements.define('kept-plans', KeptPlans);
