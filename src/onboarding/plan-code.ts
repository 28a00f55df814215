import { LANGS } from '../model/lang.ts';
import { openCode, sealCode, type Opened } from './envelope.ts';
import { PLAN_LIMITS, type Plan, type PlanStage, type PlanStep } from './plan.ts';
import { asCount, asDay, asList, asMatch, asText, asTuple, ID, PLAN_ID } from './shape.ts';

const KIND = 'p';
const VERSION = 1;

/**
 * A plan as a code for a link's fragment. Version 1 holds
 *
 *     [id, lang, title, from, greeting, start, [[title, due or -1, [step, …]], …]]
 *
 * where a step is `['r', topic, minutes]`, `['c', card, minutes]`, `['q', topic, minutes, percent]`,
 * `['a' or 'p', topic/block, minutes]`, `['j', path/step, minutes]` or `['t', text, minutes]`.
 */
export function formatPlan(plan: Plan): string {
  const { id, lang, title, from, greeting, start, stages } = plan;
  return sealCode(KIND, VERSION, [
    id,
    lang,
    title,
    from,
    greeting,
    start,
    stages.map((stage) => [stage.title, stage.due ?? -1, stage.steps.map(formatStep)]),
  ]);
}

function formatStep(step: PlanStep): unknown[] {
  const { minutes } = step;
  switch (step.do) {
    case 'read':
      return ['r', step.topic, minutes];
    case 'card':
      return ['c', step.card, minutes];
    case 'quiz':
      return ['q', step.topic, minutes, Math.round(step.pass * 100)];
    case 'assess':
      return ['a', `${step.topic}/${step.block}`, minutes];
    case 'practise':
      return ['p', `${step.topic}/${step.block}`, minutes];
    case 'on-the-job':
      return 'from' in step ? ['j', step.from, minutes] : ['t', step.text, minutes];
  }
}

/** The plan that a code holds, or what is wrong with it. Never throws, whatever the text. */
export function parsePlan(code: string): Opened<Plan> {
  const opened = openCode(KIND, VERSION, code);
  if (opened.fault) return { fault: opened.fault };
  const plan = readPlan(opened.value.data);
  return plan ? { value: plan } : { fault: 'broken' };
}

function readPlan(data: unknown): Plan | undefined {
  const [id, lang, title, from, greeting, start, stages] = asTuple(data, 7) ?? [];
  const plan = {
    id: asMatch(id, PLAN_ID),
    lang: LANGS.find((known) => known === lang),
    title: asText(title, PLAN_LIMITS.title),
    from: asText(from, PLAN_LIMITS.from),
    greeting: asText(greeting, PLAN_LIMITS.greeting),
    start: start === '' ? '' : asDay(start),
    stages: asList(stages, PLAN_LIMITS.stages, readStage),
  };
  if (!isWhole(plan)) return undefined;
  return plan.stages.reduce((sum, { steps }) => sum + steps.length, 0) <= PLAN_LIMITS.steps ? plan : undefined;
}

/** True when no part is missing. */
function isWhole<T extends object>(parts: T): parts is { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.values(parts).every((part) => part !== undefined);
}

function readStage(data: unknown): PlanStage | undefined {
  const [title, due, steps] = asTuple(data, 3) ?? [];
  const stage = {
    title: asText(title, PLAN_LIMITS.title),
    due: due === -1 ? -1 : asCount(due, PLAN_LIMITS.due),
    steps: asList(steps, PLAN_LIMITS.steps, readStep),
  };
  if (!isWhole(stage)) return undefined;
  return { title: stage.title, steps: stage.steps, ...(stage.due >= 0 && { due: stage.due }) };
}

function readStep(data: unknown): PlanStep | undefined {
  if (!Array.isArray(data)) return undefined;
  const [kind, target, length, percent] = data as unknown[];
  const minutes = asCount(length, PLAN_LIMITS.minutes);
  if (minutes === undefined || data.length !== (kind === 'q' ? 4 : 3)) return undefined;
  switch (kind) {
    case 'r':
      return withTarget(asMatch(target, ID.two), (topic) => ({ do: 'read', topic, minutes }));
    case 'c':
      return withTarget(asMatch(target, ID.three), (card) => ({ do: 'card', card, minutes }));
    case 'q': {
      const share = asCount(percent, 100);
      if (share === undefined) return undefined;
      return withTarget(asMatch(target, ID.two), (topic) => ({ do: 'quiz', topic, pass: share / 100, minutes }));
    }
    case 'a':
    case 'p':
      return withTarget(asMatch(target, ID.three), (place) => ({
        do: kind === 'a' ? 'assess' : 'practise',
        topic: place.slice(0, place.lastIndexOf('/')),
        block: place.slice(place.lastIndexOf('/') + 1),
        minutes,
      }));
    case 'j':
      return withTarget(asMatch(target, ID.two), (from) => ({ do: 'on-the-job', from, minutes }));
    case 't':
      return withTarget(asText(target, PLAN_LIMITS.job), (text) => ({ do: 'on-the-job', text, minutes }));
    default:
      return undefined;
  }
}

function withTarget(target: string | undefined, make: (target: string) => PlanStep): PlanStep | undefined {
  return target === undefined ? undefined : make(target);
}
