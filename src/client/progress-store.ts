/**
 * What a reader has answered, kept on their device and nowhere else.
 *
 * Shape: one entry of localStorage a topic, so that a damaged one costs no other. Its key is
 * `pocketbook/progress/<theme>/<topic>`, its value JSON:
 *
 *     { "format": 1, "answers": { "<block>/<pattern>/<fact>": ["<version>", score, seconds, times, memory] } }
 *
 * `version` is the question's own, `score` of the last answer is from 0 to 1, `seconds` its time since 1970, `times`
 * how often it has been answered. `memory` is `[due, stability, difficulty, lapses]`, when the question is to be asked
 * again and what the model of memory knows of it, or `null` when it is set aside; older answers have none.
 *
 * Lifecycle: written after each answer, read again before each writing (another tab may have written), never sent.
 *
 * What changes of the content do:
 * - a question reworded has another version: its answer is kept but counts as `reworded`, and is asked again;
 * - a question removed: its answer stays and is set aside; should the question come back unchanged, it counts again;
 * - a topic renamed: its entry is moved to the new name, answer by answer, the later one winning;
 * - a topic removed: its entry stays, set aside.
 *
 * What goes wrong: what cannot be read is dropped, answer by answer, and reported as `damaged`. Where the store refuses
 * or is full, answers are kept until the page is closed and `saved` is false. An entry of a newer format is left
 * untouched (`newer`), and answers are kept until the page is closed.
 */
import type { Standing } from '../quiz/plan-round.ts';
import type { Memory } from '../quiz/schedule.ts';

const FORMAT = 1;
const PREFIX = 'pocketbook/progress/';

/** The last answer to a question. */
export interface Answer {
  version: string;
  /** From 0 to 1. */
  score: number;
  /** Seconds since 1970. */
  at: number;
  times: number;
  /** `aside` when it is not to be asked again; left out when it was answered before there was a plan. */
  memory?: Memory | 'aside';
}

/** When an answer without a plan is due: at once if wrong, in a few days if right. */
const UNPLANNED_SECONDS = 3 * 86_400;

/** When an answer is to be asked again, in seconds since 1970; never when it is set aside. */
export function dueOf({ at, score, memory }: Answer): number {
  if (memory === 'aside') return Infinity;
  return memory?.due ?? (score === 1 ? at + UNPLANNED_SECONDS : at);
}

/** What is known of one topic. */
export interface Progress {
  /** By question id. */
  answers: ReadonlyMap<string, Answer>;
  /** Some of what was stored could not be read. */
  damaged: boolean;
  /** Stored by a newer version of this site, and left alone. */
  newer: boolean;
  /** Whether all of it is on the device. */
  saved: boolean;
}

/** When to ask again, from the score and time of an answer and the answer before it. */
type Plan = (score: number, seconds: number, before: PlannedAnswer | undefined) => Memory | 'aside';
type PlannedAnswer = Omit<Answer, 'memory'> & { memory?: Memory | undefined };

/** A question as far as its progress is concerned. */
interface AskedQuestion {
  id: string;
  version: string;
}

/** How many of a topic's questions stand how. */
interface TopicSummary {
  correct: number;
  wrong: number;
  reworded: number;
}

export interface ProgressStore {
  loadProgress: (topic: string) => Progress;
  /** Keeps the answer and returns what is then known of the topic. Never throws. */
  recordAnswer: (topic: string, question: AskedQuestion, score: number, plan?: Plan) => Progress;
  /** Marks answers as not to be asked again; returns how many were not so marked before. */
  setAside: (topic: string, ids: readonly string[]) => number;
  /** The topics that something is known of. */
  listTopics: () => string[];
  /** Joins what is known of `from` to `to` and forgets `from`, where the device allows it. */
  moveTopic: (from: string, to: string) => void;
  /** Joins answers from elsewhere to a topic's, the later one winning. */
  joinAnswers: (topic: string, answers: ReadonlyMap<string, Answer>) => Progress;
  /** Forgets every topic. */
  forgetAll: () => void;
  standingOf: (progress: Progress, question: AskedQuestion) => Standing;
  /** Of the questions given; where none are given, of all that were ever answered. */
  topicSummary: (topic: string, questions?: readonly AskedQuestion[]) => TopicSummary;
  /** Calls back when a topic's progress changes, here or in another tab; returns what ends it. */
  onChange: (listener: (topic: string) => void) => () => void;
}

/** The part of `window.localStorage` that is used. */
type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * A progress store over `storage`.
 * @param storage called for each use, since the browser may refuse it; may throw.
 * @param now milliseconds since 1970.
 * @param otherTabs calls back with the key that another tab has changed; returns what ends it.
 */
export function createProgressStore(
  storage: () => KeyValueStore,
  now: () => number,
  otherTabs: (changed: (key: string | null) => void) => () => void,
): ProgressStore {
  /** What the device would not take. */
  const unsaved = new Map<string, Map<string, Answer>>();
  const listeners = new Set<(topic: string) => void>();

  function loadProgress(topic: string): Progress {
    const { answers, ...stored } = read(topic);
    const kept = unsaved.get(topic) ?? new Map<string, Answer>();
    return { ...stored, answers: new Map([...answers, ...kept]), saved: kept.size === 0 };
  }

  function read(topic: string): Pick<Progress, 'answers' | 'damaged' | 'newer'> {
    try {
      return parseStored(topic, storage().getItem(PREFIX + topic));
    } catch {
      return { answers: new Map(), damaged: false, newer: false };
    }
  }

  function recordAnswer(topic: string, { id, version }: AskedQuestion, score: number, plan?: Plan): Progress {
    const { answers } = loadProgress(topic);
    const before = answers.get(id);
    const at = Math.floor(now() / 1000);
    const memory = plan?.(
      score,
      at,
      before && { ...before, memory: before.memory === 'aside' ? undefined : before.memory },
    );
    const answer = { version, score, at, times: (before?.times ?? 0) + 1, ...(memory && { memory }) };
    return keep(topic, new Map(answers).set(id, answer));
  }

  function keep(topic: string, all: Map<string, Answer>): Progress {
    const { newer, damaged } = loadProgress(topic);
    const saved = !newer && write(topic, all);
    if (saved) unsaved.delete(topic);
    else unsaved.set(topic, all);
    for (const listener of listeners) listener(topic);
    return { answers: all, damaged, newer, saved };
  }

  function joinAnswers(topic: string, more: ReadonlyMap<string, Answer>): Progress {
    const all = new Map(loadProgress(topic).answers);
    for (const [id, answer] of more) if ((all.get(id)?.at ?? -1) < answer.at) all.set(id, answer);
    return keep(topic, all);
  }

  function moveTopic(from: string, to: string): void {
    const { answers, newer } = loadProgress(from);
    if (newer || answers.size === 0) return;
    const renamed = [...answers].map(([id, answer]) => [`${to}${id.slice(from.length)}`, answer] as const);
    const { saved } = joinAnswers(to, new Map(renamed));
    if (saved) forget(from);
  }

  function forget(topic: string): void {
    unsaved.delete(topic);
    try {
      storage().removeItem(PREFIX + topic);
    } catch {
      // A store that refuses has kept nothing.
    }
  }

  function listTopics(): string[] {
    const kept = [...unsaved.keys()];
    try {
      const store = storage();
      const keys = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '');
      kept.push(...keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length)));
    } catch {
      // A store that refuses has kept nothing.
    }
    return [...new Set(kept)].sort();
  }

  function setAside(topic: string, ids: readonly string[]): number {
    const all = new Map(loadProgress(topic).answers);
    const planned = ids.flatMap((id) => {
      const answer = all.get(id);
      return answer && answer.memory !== 'aside' ? [{ id, answer }] : [];
    });
    for (const { id, answer } of planned) all.set(id, { ...answer, memory: 'aside' });
    if (planned.length > 0) keep(topic, all);
    return planned.length;
  }

  function write(topic: string, answers: ReadonlyMap<string, Answer>): boolean {
    try {
      storage().setItem(PREFIX + topic, formatStored(topic, answers));
      return true;
    } catch {
      return false;
    }
  }

  function standingOf({ answers }: Progress, { id, version }: AskedQuestion): Standing {
    const answer = answers.get(id);
    if (!answer) return 'new';
    if (answer.version !== version) return 'reworded';
    return answer.score === 1 ? 'right' : 'wrong';
  }

  return {
    loadProgress,
    recordAnswer,
    standingOf,
    setAside,
    listTopics,
    moveTopic,
    joinAnswers,
    forgetAll: () => {
      const topics = listTopics();
      topics.forEach(forget);
      for (const topic of topics) for (const listener of listeners) listener(topic);
    },
    topicSummary: (topic, questions) => {
      const progress = loadProgress(topic);
      const asked = questions ?? [...progress.answers].map(([id, { version }]) => ({ id, version }));
      const standings = asked.map((question) => standingOf(progress, question));
      const count = (wanted: Standing) => standings.filter((standing) => standing === wanted).length;
      return { correct: count('right'), wrong: count('wrong'), reworded: count('reworded') };
    },
    onChange: (listener) => {
      const stopHearing = otherTabs((key) => {
        if (key?.startsWith(PREFIX) === true) listener(key.slice(PREFIX.length));
      });
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        stopHearing();
      };
    },
  };
}

/** The store of this browser. */
export const progressStore = createProgressStore(
  () => localStorage,
  () => Date.now(),
  (changed) => {
    const hear = ({ key }: StorageEvent) => changed(key);
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  },
);

function formatStored(topic: string, answers: ReadonlyMap<string, Answer>): string {
  return JSON.stringify({ format: FORMAT, answers: formatAnswers(topic, answers) });
}

/** Answers as they are stored, under ids without their topic. */
export function formatAnswers(topic: string, answers: ReadonlyMap<string, Answer>): Record<string, unknown> {
  return Object.fromEntries(
    [...answers].map(([id, { version, score, at, times, memory }]) => [
      id.slice(topic.length + 1),
      [version, score, at, times, ...(memory === undefined ? [] : [formatMemory(memory)])],
    ]),
  );
}

function formatMemory(memory: Memory | 'aside'): unknown {
  return memory === 'aside' ? null : [memory.due, memory.stability, memory.difficulty, memory.lapses];
}

function parseStored(topic: string, text: string | null): Pick<Progress, 'answers' | 'damaged' | 'newer'> {
  const nothing = { answers: new Map<string, Answer>(), damaged: false, newer: false };
  if (text === null) return nothing;
  const data = parseJson(text);
  if (!isRecord(data) || typeof data['format'] !== 'number') return { ...nothing, damaged: true };
  if (data['format'] > FORMAT) return { ...nothing, newer: true };
  return { ...parseAnswers(topic, data['answers']), newer: false };
}

/** Answers as they were stored; what cannot be read is left out, and `damaged` says so. */
export function parseAnswers(topic: string, stored: unknown): Pick<Progress, 'answers' | 'damaged'> {
  if (!isRecord(stored)) return { answers: new Map(), damaged: true };
  const entries = Object.entries(stored).map(([id, value]) => [`${topic}/${id}`, parseAnswer(value)] as const);
  const readable = entries.flatMap(([id, answer]) => (answer ? [[id, answer] as const] : []));
  return { answers: new Map(readable), damaged: readable.length < entries.length };
}

function parseAnswer(value: unknown): Answer | undefined {
  if (!Array.isArray(value)) return undefined;
  const [version, score, at, times, stored] = value as unknown[];
  if (typeof version !== 'string' || typeof score !== 'number' || typeof at !== 'number' || typeof times !== 'number') {
    return undefined;
  }
  if (!(score >= 0 && score <= 1 && at >= 0 && Number.isInteger(times) && times >= 1)) return undefined;
  const memory = parseMemory(stored);
  return { version, score, at, times, ...(memory && { memory }) };
}

/** A plan that cannot be read is made anew at the next answer. */
function parseMemory(value: unknown): Memory | 'aside' | undefined {
  if (value === null) return 'aside';
  if (!Array.isArray(value) || value.length !== 4) return undefined;
  const numbers = value.filter(
    (part): part is number => typeof part === 'number' && Number.isFinite(part) && part >= 0,
  );
  const [due, stability, difficulty, lapses] = numbers;
  if (due === undefined || !stability || !difficulty || lapses === undefined) return undefined;
  return { due, stability, difficulty, lapses };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
