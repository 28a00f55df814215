/**
 * What a reader has filled in of a self-assessment, kept on their device and nowhere else.
 *
 * Shape: one entry of localStorage a scale. Its key is `pocketbook/scale/<theme>/<topic>/<block>`, its value JSON:
 *
 *     { "format": 1, "draft": { "<item>": points }, "results": [{ "day": "2026-11-20", "answers": { "<item>": points } }] }
 *
 * `draft` is what is filled in so far; `results` holds the last two finished ones, the newest last, to compare with.
 * Scores are never stored: they are added up anew, so that a changed band or a removed item cannot leave a wrong one.
 * What cannot be read is dropped; where the store refuses, the form works and nothing is kept. An entry of a newer
 * format is left untouched.
 */
const FORMAT = 1;
const PREFIX = 'pocketbook/scale/';
const KEPT = 2;

export type ScaleAnswers = ReadonlyMap<string, number>;

export interface FinishedScale {
  /** `2026-11-20`, by the reader's own calendar. */
  day: string;
  answers: ScaleAnswers;
}

export interface KeptScale {
  draft: ScaleAnswers;
  results: readonly FinishedScale[];
}

const NOTHING: KeptScale = { draft: new Map(), results: [] };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseAnswers(value: unknown): ScaleAnswers {
  if (!isRecord(value)) return new Map();
  return new Map(Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}

function parse(text: string | null): KeptScale | undefined {
  const data: unknown = text === null ? undefined : JSON.parse(text);
  if (!isRecord(data) || typeof data['format'] !== 'number') return NOTHING;
  if (data['format'] > FORMAT) return undefined;
  const results = Array.isArray(data['results']) ? (data['results'] as unknown[]) : [];
  return {
    draft: parseAnswers(data['draft']),
    results: results.flatMap((result) =>
      isRecord(result) && typeof result['day'] === 'string'
        ? [{ day: result['day'], answers: parseAnswers(result['answers']) }]
        : [],
    ),
  };
}

/** What is kept of a scale; nothing when there is none or it cannot be read. Never throws. */
export function loadScale(id: string): KeptScale {
  try {
    return parse(localStorage.getItem(PREFIX + id)) ?? NOTHING;
  } catch {
    return NOTHING;
  }
}

/** Keeps a scale, its last two results; returns whether the device took it. Never throws. */
export function keepScale(id: string, { draft, results }: KeptScale): boolean {
  try {
    const stored = localStorage.getItem(PREFIX + id);
    if (isNewer(stored)) return false;
    const kept = results.slice(-KEPT).map(({ day, answers }) => ({ day, answers: Object.fromEntries(answers) }));
    localStorage.setItem(
      PREFIX + id,
      JSON.stringify({ format: FORMAT, draft: Object.fromEntries(draft), results: kept }),
    );
    return true;
  } catch {
    return false;
  }
}

function isNewer(stored: string | null): boolean {
  try {
    return parse(stored) === undefined;
  } catch {
    return false;
  }
}
