import { hashText } from '../model/hash-text.ts';
import type { Lang } from '../model/localized.ts';

/** One step of a plan: what to do with which part of the site, or what to do at work. */
export type PlanStep =
  | { do: 'read'; topic: string; minutes: number }
  | { do: 'card'; card: string; minutes: number }
  | {
      do: 'quiz';
      topic: string;
      /** Share of its questions to answer right, from 0 to 1. */ pass: number;
      minutes: number;
    }
  | { do: 'assess' | 'practise'; topic: string; block: string; minutes: number }
  | { do: 'on-the-job'; /** Of a path: `<path>/<step>`. */ from: string; minutes: number }
  | { do: 'on-the-job'; /** Written for this plan. */ text: string; minutes: number };
export type StepKind = PlanStep['do'];

/** A day or stage of a plan. */
export interface PlanStage {
  title: string;
  /** Days after the plan's first by whose end it is due: 0 is the first day. Left out where the plan has no dates. */
  due?: number;
  steps: PlanStep[];
}

/** An onboarding plan as it travels in a link. */
export interface Plan {
  /** A path's id, or eight capital letters and figures for a plan made in a browser; the same after every change. */
  id: string;
  /** The language it is written in. */
  lang: Lang;
  title: string;
  /** Who sends it; empty when nobody is named. */
  from: string;
  greeting: string;
  /** Its first day, `2026-11-20`; empty for none. */
  start: string;
  stages: PlanStage[];
}

/** How much of a plan there may be; what a link says beyond that is not a plan of ours. Texts in characters. */
export const PLAN_LIMITS = {
  title: 80,
  from: 40,
  greeting: 400,
  job: 240,
  stages: 31,
  steps: 120,
  due: 366,
  minutes: 480,
};

/** What a step is about: `complaints/six-steps`, a card's id, a block's; none where its own text says it. */
function stepTarget(step: PlanStep): string | undefined {
  switch (step.do) {
    case 'read':
    case 'quiz':
      return step.topic;
    case 'card':
      return step.card;
    case 'assess':
    case 'practise':
      return `${step.topic}/${step.block}`;
    case 'on-the-job':
      return 'from' in step ? step.from : undefined;
  }
}

/** The name under which a step's progress is kept: the same wherever in a plan it stands. */
export function stepKey(step: PlanStep): string {
  const target = stepTarget(step) ?? hashText('text' in step ? step.text : '');
  return `${step.do}:${target}`;
}
