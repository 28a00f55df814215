import { currentId, type Catalogue } from './catalogue.ts';
import { stepKey, type Plan, type PlanStep, type StepKind } from './plan.ts';

/** A step ready to show. */
export interface ShownStep {
  /** Under this its progress is kept. */
  key: string;
  do: StepKind;
  /** What it is about; the task itself for a step at work. */
  title: string;
  /** The theme whose hue it takes; none at work. */
  theme?: string;
  /** Where it is done; none at work, and none when the site no longer has it. */
  href?: string;
  minutes: number;
  /** The share of questions to answer right, for a quiz. */
  pass?: number;
  /** How many questions the quiz has now. */
  questions?: number;
  /** `<topic>/<block>` of a self-assessment, or the topic of anything else; none at work. */
  about?: string;
  /** The site no longer has what it is about. */
  isGone: boolean;
}

export interface ShownStage {
  title: string;
  /** `2026-11-20`; empty for none. */
  due: string;
  minutes: number;
  steps: ShownStep[];
}

/** What a plan comes to with the site as it is now: moved topics are followed, and what is gone is marked. */
export function resolvePlan(plan: Plan, catalogue: Catalogue): ShownStage[] {
  return plan.stages.map((stage) => {
    const steps = stage.steps.map((step) => resolveStep(step, catalogue));
    return {
      title: stage.title,
      due: plan.start === '' || stage.due === undefined ? '' : dayAfter(plan.start, stage.due),
      minutes: steps.reduce((sum, { minutes }) => sum + minutes, 0),
      steps,
    };
  });
}

/** The day some days after `day`, both as `2026-11-20`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days lie from one day to another, both as `2026-11-20`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A step ready to show, with the site as it is now. */
export function resolveStep(step: PlanStep, catalogue: Catalogue): ShownStep {
  const { moved, root } = catalogue;
  const shared = { do: step.do, minutes: step.minutes };
  if (step.do === 'on-the-job') {
    const id = 'from' in step ? currentId(step.from, moved) : '';
    const text = 'from' in step ? own(catalogue.jobs, id) : step.text;
    const key = 'from' in step ? `on-the-job:${id}` : stepKey(step);
    return { ...shared, key, title: text ?? id, isGone: text === undefined };
  }
  if (step.do === 'card') {
    const id = currentId(step.card, moved);
    const card = own(catalogue.cards, id);
    const key = `card:${id}`;
    if (!card) return { ...shared, key, title: id, isGone: true };
    const href = `${root}/c/${String(card.number)}/`;
    return { ...shared, key, title: card.title, theme: themeOf(id), href, about: topicIdOf(id), isGone: false };
  }
  const block = 'block' in step ? `/${step.block}` : '';
  const id = currentId(`${step.topic}${block}`, moved);
  const topic = own(catalogue.topics, topicIdOf(id));
  const key = `${step.do}:${id}`;
  const blockId = id.split('/')[2] ?? '';
  const heading = blockId === '' ? undefined : blockTitle(topic, blockId);
  if (!topic || (blockId !== '' && heading === undefined)) return { ...shared, key, title: id, isGone: true };
  const anchor = blockId === '' ? (step.do === 'quiz' && topic.questions > 0 ? '#quiz' : '') : `#${blockId}`;
  return {
    ...shared,
    key,
    title: heading ?? topic.title,
    theme: topic.theme,
    href: `${root}/${topicIdOf(id)}/${anchor}`,
    about: step.do === 'assess' ? id : topicIdOf(id),
    ...(step.do === 'quiz' && { pass: step.pass, questions: topic.questions }),
    isGone: false,
  };
}

function blockTitle(topic: Catalogue['topics'][string] | undefined, block: string): string | undefined {
  return topic && (own(topic.scales, block)?.title ?? own(topic.blocks, block));
}

/** An entry of a record that came from elsewhere, never one of its prototype's. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The topic that a step is about, or stands on: the first two parts of `complaints/six-steps/steps`. */
export function topicIdOf(id: string): string {
  return id.split('/').slice(0, 2).join('/');
}

function themeOf(id: string): string {
  return id.split('/')[0] ?? '';
}
