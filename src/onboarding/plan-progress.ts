import type { ShownStage, ShownStep } from './resolve-plan.ts';

/** How a step stands, and for a quiz how far it has come. */
export interface StepStanding {
  isDone: boolean;
  /** Of a quiz: how many questions are answered right, of how many answered. */
  right?: number;
  of?: number;
}

/** How a plan stands. */
export interface PlanProgress {
  done: number;
  of: number;
  /** Minutes of the steps still to do. */
  minutesLeft: number;
  /** The first step still to do: its stage and place there, from 0; none when all is done. */
  next?: { stage: number; step: number };
  stages: { done: number; of: number; isOverdue: boolean }[];
  isOverdue: boolean;
}

/**
 * How far a plan has come. A step that the site no longer has counts as done: nobody can do it.
 * @param today `2026-11-20` by the reader's own calendar: a stage is overdue from the day after it was due.
 */
export function planProgress(
  stages: readonly ShownStage[],
  standingOf: (step: ShownStep) => StepStanding,
  today: string,
): PlanProgress {
  const isOpen = (step: ShownStep) => !step.isGone && !standingOf(step).isDone;
  const open = stages.flatMap(({ steps }, stage) =>
    steps.flatMap((step, place) => (isOpen(step) ? [{ stage, step: place, minutes: step.minutes }] : [])),
  );
  const counts = stages.map(({ steps, due }, index) => {
    const left = open.filter(({ stage }) => stage === index).length;
    return { done: steps.length - left, of: steps.length, isOverdue: left > 0 && due !== '' && due < today };
  });
  const [first] = open;
  return {
    done: counts.reduce((sum, { done }) => sum + done, 0),
    of: counts.reduce((sum, { of }) => sum + of, 0),
    minutesLeft: open.reduce((sum, { minutes }) => sum + minutes, 0),
    ...(first && { next: { stage: first.stage, step: first.step } }),
    stages: counts,
    isOverdue: counts.some(({ isOverdue }) => isOverdue),
  };
}

/** So many questions are answered before a quiz can count as passed; all of them where it has fewer. */
const ENOUGH = 8;

/**
 * Whether a quiz counts as passed: enough of its questions are answered, and of these the share that `pass` asks for is
 * right at the last try.
 * @param questions how many it has.
 */
export function quizStanding(right: number, wrong: number, questions: number, pass: number): StepStanding {
  const of = right + wrong;
  const isEnough = of > 0 && of >= Math.min(ENOUGH, questions);
  // 80 % of ten is eight, and rounding in the share must not ask for a ninth.
  return { isDone: isEnough && right + 1e-9 >= of * pass, right, of };
}
