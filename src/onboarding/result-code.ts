import type { Lang } from '../model/localized.ts';
import { openCode, sealCode, type Opened } from './envelope.ts';
import { PLAN_LIMITS } from './plan.ts';
import { asCount, asDay, asList, asMatch, asText, asTuple, ID, PLAN_ID } from './shape.ts';

/** How a question went: when first asked, and last. Scores from 0 to 1. */
export interface QuestionOutcome {
  /** `<topic>/<name>`, where the name is `questionName` of the question. */
  id: string;
  /** Left out when it was first answered before the plan was opened. */
  first?: number;
  last: number;
  times: number;
}

/** How far a stage has come. */
interface StageOutcome {
  of: number;
  done: number;
  /** The day by whose end it is due, `2026-11-20`; empty for none. */
  due: string;
}

/** A self-assessment that its reader has chosen to send along. */
export interface ScaleOutcome {
  /** `<topic>/<block>`. */
  id: string;
  score: number;
}

/** What a new hire sends back: practice, not an exam record. */
export interface Result {
  plan: { id: string; title: string };
  /** As typed by the reader. */
  name: string;
  /** Tells two readers of the same name apart: eight letters and figures, made once a device and plan. */
  who: string;
  lang: Lang;
  /** When it was made, in seconds since 1970. */
  at: number;
  /** Time spent on its pages. */
  seconds: number;
  stages: StageOutcome[];
  questions: QuestionOutcome[];
  scales: ScaleOutcome[];
}

export const NAME_LENGTH = 40;
const KIND = 'r';
const VERSION = 1;
const MOST = { questions: 600, times: 9999, score: 9999, seconds: 10_000_000, at: 99_999_999_999 };
const UNKNOWN = -1;

/**
 * A result as a code for a link's fragment. Version 1 holds
 *
 *     [plan id, plan title, name, who, lang, at, seconds, [[of, done, due], …], [[topic, [[question, first, last, times], …]], …], [[scale, score], …]]
 *
 * with scores in hundredths, `-1` for a first score that is not known, and a question by its short name.
 */
export function formatResult(result: Result): string {
  const { plan, name, who, lang, at, seconds, stages, questions, scales } = result;
  const topics = [...new Set(questions.map(({ id }) => topicOf(id)))];
  return sealCode(KIND, VERSION, [
    plan.id,
    plan.title,
    name,
    who,
    lang,
    at,
    seconds,
    stages.map(({ of, done, due }) => [of, done, due]),
    topics.map((topic) => [
      topic,
      questions
        .filter(({ id }) => topicOf(id) === topic)
        .map(({ id, first, last, times }) => [
          id.slice(topic.length + 1),
          first === undefined ? UNKNOWN : Math.round(first * 100),
          Math.round(last * 100),
          times,
        ]),
    ]),
    scales.map(({ id, score }) => [id, score]),
  ]);
}

/** The topic of an outcome's id. */
function topicOf(outcome: string): string {
  return outcome.split('/').slice(0, 2).join('/');
}

/** The result that a code holds, or what is wrong with it. Never throws, whatever the text. */
export function parseResult(code: string): Opened<Result> {
  const opened = openCode(KIND, VERSION, code);
  if (opened.fault) return { fault: opened.fault };
  const result = readResult(opened.value.data);
  return result ? { value: result } : { fault: 'broken' };
}

function readResult(data: unknown): Result | undefined {
  const parts = asTuple(data, 10);
  if (!parts) return undefined;
  const id = asMatch(parts[0], PLAN_ID);
  const title = asText(parts[1], PLAN_LIMITS.title);
  const name = asText(parts[2], NAME_LENGTH);
  const who = asMatch(parts[3], /^[a-z0-9]{8}$/);
  const lang = parts[4];
  const at = asCount(parts[5], MOST.at);
  const seconds = asCount(parts[6], MOST.seconds);
  const stages = asList(parts[7], PLAN_LIMITS.stages, readStage);
  const topics = asList(parts[8], PLAN_LIMITS.steps, readTopic);
  const scales = asList(parts[9], PLAN_LIMITS.steps, readScale);
  if (id === undefined || title === undefined || name === undefined || who === undefined) return undefined;
  if ((lang !== 'zh' && lang !== 'en') || at === undefined || seconds === undefined) return undefined;
  if (!stages || !topics || !scales) return undefined;
  return { plan: { id, title }, name, who, lang, at, seconds, stages, questions: topics.flat(), scales };
}

function readStage(data: unknown): StageOutcome | undefined {
  const [of, done, due] = asTuple(data, 3) ?? [];
  const steps = asCount(of, PLAN_LIMITS.steps);
  if (steps === undefined) return undefined;
  const ready = asCount(done, steps);
  const day = due === '' ? '' : asDay(due);
  return ready === undefined || day === undefined ? undefined : { of: steps, done: ready, due: day };
}

function readTopic(data: unknown): QuestionOutcome[] | undefined {
  const [topic, questions] = asTuple(data, 2) ?? [];
  const id = asMatch(topic, ID.two);
  if (id === undefined) return undefined;
  return asList(questions, MOST.questions, (entry) => readQuestion(id, entry));
}

function readQuestion(topic: string, data: unknown): QuestionOutcome | undefined {
  const [question, first, last, times] = asTuple(data, 4) ?? [];
  const name = asMatch(question, /^[a-z0-9]{5}$/);
  const now = asCount(last, 100);
  const count = asCount(times, MOST.times);
  const then = first === UNKNOWN ? UNKNOWN : asCount(first, 100);
  if (name === undefined || now === undefined || count === undefined || then === undefined) return undefined;
  return { id: `${topic}/${name}`, last: now / 100, times: count, ...(then >= 0 && { first: then / 100 }) };
}

function readScale(data: unknown): ScaleOutcome | undefined {
  const [scale, score] = asTuple(data, 2) ?? [];
  const id = asMatch(scale, ID.three);
  const points = asCount(score, MOST.score);
  return id === undefined || points === undefined ? undefined : { id, score: points };
}
