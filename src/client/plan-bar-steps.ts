import type { OnboardingTexts } from '../i18n/onboarding.ts';
import { questionName } from '../onboarding/question-name.ts';
import { makeElement } from './make-element.ts';
import { keepFirstScores, keepPlan, keepStepAt, loadFirstScores, loadPlan, type StepAt } from './onboarding-store.ts';
import { progressStore } from './progress-store.ts';

/** Time counts while the page is looked at and something was touched this lately. */
const IDLE_MS = 120_000;
const BEAT_SECONDS = 10;

/** Fills the bar for the step at hand and the one after it, counts the time spent, and notes how questions go at first. */
export function showSteps(bar: HTMLElement, at: StepAt): void {
  const [step, next] = at.steps;
  if (!step) return;
  const texts = JSON.parse(bar.dataset['texts'] ?? '{}') as OnboardingTexts['bar'];
  const back = makeElement('a', { href: at.back, class: 'bar-plan' }, makeElement('b', {}, at.title), texts.back);
  const word = !next ? texts.last : step.isTicked ? texts.done : texts.next;
  const go = makeElement('a', { class: 'btn', href: next?.href ?? at.back }, word);
  if (next) go.title = next.title;
  go.addEventListener('click', () => {
    if (step.isTicked) tick(at.plan, step.key);
    keepStepAt({ ...at, steps: at.steps.slice(1) });
  });
  bar.replaceChildren(makeElement('nav', { 'aria-label': texts.label }, back, go));
  bar.hidden = false;
  document.body.toggleAttribute('data-plan-bar', true);
  countTime(at.plan);
  noteFirstScores();
}

function tick(id: string, key: string): void {
  const plan = loadPlan(id);
  if (plan) keepPlan(id, { ...plan, ticks: new Map(plan.ticks).set(key, Math.floor(Date.now() / 1000)) });
}

function countTime(id: string): void {
  let touched = Date.now();
  for (const sign of ['pointerdown', 'keydown', 'scroll'] as const) {
    addEventListener(sign, () => (touched = Date.now()), { passive: true });
  }
  setInterval(() => {
    if (document.visibilityState !== 'visible' || Date.now() - touched > IDLE_MS) return;
    const plan = loadPlan(id);
    if (plan) keepPlan(id, { ...plan, spent: plan.spent + BEAT_SECONDS });
  }, BEAT_SECONDS * 1000);
}

function noteFirstScores(): void {
  progressStore.onChange((topic) => {
    const scores = loadFirstScores(topic);
    for (const [id, { score, times }] of progressStore.loadProgress(topic).answers) {
      const name = questionName(id);
      if (times === 1 && !scores.has(name)) scores.set(name, score);
    }
    keepFirstScores(topic, scores);
  });
}
