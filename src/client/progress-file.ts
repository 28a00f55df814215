/**
 * What a reader has answered, as a file that they can keep and take to another device:
 *
 *     { "kind": "pocketbook-progress", "format": 1, "topics": { "<theme>/<topic>": { "<block>/…": […] } } }
 *
 * The answers are written as the store keeps them.
 */
import { formatAnswers, parseAnswers, type ProgressStore } from './progress-store.ts';

const KIND = 'pocketbook-progress';
const FORMAT = 1;
const TOPIC = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/** What came of reading a file: how many answers it held, and whether some could not be read or kept. */
export interface ImportResult {
  answers: number;
  damaged: boolean;
  saved: boolean;
}

/** All of a store as the text of a file. */
export function exportProgress(store: ProgressStore): string {
  const topics = Object.fromEntries(
    store.listTopics().map((topic) => [topic, formatAnswers(topic, store.loadProgress(topic).answers)]),
  );
  return JSON.stringify({ kind: KIND, format: FORMAT, topics });
}

/** Joins the answers of a file to a store, the later one of each winning; nothing when it is no such file. */
export function importProgress(store: ProgressStore, text: string): ImportResult | undefined {
  const topics = topicsOf(text);
  if (!topics) return undefined;
  const result: ImportResult = { answers: 0, damaged: false, saved: true };
  for (const [topic, stored] of Object.entries(topics)) {
    const { answers, damaged } = TOPIC.test(topic)
      ? parseAnswers(topic, stored)
      : { answers: new Map(), damaged: true };
    result.answers += answers.size;
    result.damaged ||= damaged;
    if (answers.size > 0) result.saved = store.joinAnswers(topic, answers).saved && result.saved;
  }
  return result;
}

function topicsOf(text: string): object | undefined {
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data !== 'object' || data === null || !('kind' in data) || data.kind !== KIND) return undefined;
    if (!('format' in data) || typeof data.format !== 'number' || data.format > FORMAT) return undefined;
    return 'topics' in data && typeof data.topics === 'object' && data.topics !== null ? data.topics : undefined;
  } catch {
    return undefined;
  }
}
