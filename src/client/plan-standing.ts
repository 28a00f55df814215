import type { StepStanding } from '../onboarding/plan-progress.ts';
import { quizStanding } from '../onboarding/plan-progress.ts';
import type { ShownStep } from '../onboarding/resolve-plan.ts';
import { progressStore } from './progress-store.ts';
import { loadScale } from './scale-store.ts';

/** True when a reader ticks such a step; false when it is ticked by what they did. */
export function isTicked({ do: kind }: Pick<ShownStep, 'do'>): boolean {
  return kind !== 'quiz' && kind !== 'assess';
}

/** How a step stands on this device: by its tick, its quiz or its self-assessment. */
export function standingOfStep(step: ShownStep, ticks: ReadonlyMap<string, number>): StepStanding {
  if (step.do === 'quiz') {
    const { correct, wrong } = progressStore.topicSummary(step.about ?? '');
    return quizStanding(correct, wrong, step.questions ?? 0, step.pass ?? 0);
  }
  if (step.do === 'assess') return { isDone: loadScale(step.about ?? '').results.length > 0 };
  return { isDone: ticks.has(step.key) };
}
