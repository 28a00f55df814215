/**
 * What a reader has answered, kept on their device and nowhere else.
 *
 * Shape: one entry of localStorage a topic, so that a damaged one costs no other. Its key is
 * `pocketbook/progress/<theme>/<topic>`, its value JSON:
 *
 *     { "format": 1, "answers": { "<block>/<pattern>/<fact>": ["<version>", score, seconds, times] } }
 *
 * `version` is the question's own, `score` of the last answer is from 0 to 1, `seconds` its time since 1970, `times`
 * how often it has been answered.
 *
 * Lifecycle: written after each answer, read again before each writing (another tab may have written), never sent.
 *
 * What changes of the content do:
 * - a question reworded has another version: its answer is kept but counts as `reworded`, and is asked again;
 * - a question removed: its answer stays, unused; should the question come back unchanged, it counts again;
 * - a topic removed or renamed: its entry stays until something moves it.
 *
 * What goes wrong: what cannot be read is dropped, answer by answer, and reported as `damaged`. Where the store refuses
 * or is full, answers are kept until the page is closed and `saved` is false. An entry of a newer format is left
 * untouched (`newer`), and answers are kept until the page is closed.
 */
import type { Standing } from '../quiz/plan-round.ts';

const FORMAT = 1;
const PREFIX = 'pocketbook/progress/';

/** The last answer to a question. */
interface Answer {
  version: string;
  /** From 0 to 1. */
  score: number;
  /** Seconds since 1970. */
  at: number;
  times: number;
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
  recordAnswer: (topic: string, question: AskedQuestion, score: number) => Progress;
  standingOf: (progress: Progress, question: AskedQuestion) => Standing;
  /** Of the questions given; where none are given, of all that were ever answered. */
  topicSummary: (topic: string, questions?: readonly AskedQuestion[]) => TopicSummary;
  /** Calls back when a topic's progress changes, here or in another tab; returns what ends it. */
  onChange: (listener: (topic: string) => void) => () => void;
}

/** The part of `window.localStorage` that is used. */
type KeyValueStore = Pick<Storage, 'getItem' | 'setItem'>;

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

  function recordAnswer(topic: string, { id, version }: AskedQuestion, score: number): Progress {
    const { answers, newer, damaged } = loadProgress(topic);
    const times = (answers.get(id)?.times ?? 0) + 1;
    const all = new Map(answers).set(id, { version, score, at: Math.floor(now() / 1000), times });
    const saved = !newer && write(topic, all);
    if (saved) unsaved.delete(topic);
    else unsaved.set(topic, all);
    for (const listener of listeners) listener(topic);
    return { answers: all, damaged, newer, saved };
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
export const { loadProgress, recordAnswer, standingOf, topicSummary, onChange } = createProgressStore(
  () => localStorage,
  () => Date.now(),
  (changed) => {
    const hear = ({ key }: StorageEvent) => changed(key);
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  },
);

function formatStored(topic: string, answers: ReadonlyMap<string, Answer>): string {
  const entries = [...answers].map(([id, { version, score, at, times }]): [string, unknown] => [
    id.slice(topic.length + 1),
    [version, score, at, times],
  ]);
  return JSON.stringify({ format: FORMAT, answers: Object.fromEntries(entries) });
}

function parseStored(topic: string, text: string | null): Pick<Progress, 'answers' | 'damaged' | 'newer'> {
  const nothing = { answers: new Map<string, Answer>(), damaged: false, newer: false };
  if (text === null) return nothing;
  const data = parseJson(text);
  if (!isRecord(data) || typeof data['format'] !== 'number') return { ...nothing, damaged: true };
  if (data['format'] > FORMAT) return { ...nothing, newer: true };
  if (!isRecord(data['answers'])) return { ...nothing, damaged: true };
  const entries = Object.entries(data['answers']).map(([id, value]) => [`${topic}/${id}`, parseAnswer(value)] as const);
  const readable = entries.flatMap(([id, answer]) => (answer ? [[id, answer] as const] : []));
  return { answers: new Map(readable), damaged: readable.length < entries.length, newer: false };
}

function parseAnswer(value: unknown): Answer | undefined {
  if (!Array.isArray(value)) return undefined;
  const [version, score, at, times] = value as unknown[];
  if (typeof version !== 'string' || typeof score !== 'number' || typeof at !== 'number' || typeof times !== 'number') {
    return undefined;
  }
  if (!(score >= 0 && score <= 1 && at >= 0 && Number.isInteger(times) && times >= 1)) return undefined;
  return { version, score, at, times };
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
