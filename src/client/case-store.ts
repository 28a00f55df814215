/**
 * Which endings of a case a reader has reached, kept on their device and nowhere else.
 *
 * Shape: one entry of localStorage a case. Its key is `pocketbook/case/<theme>/<topic>/<block>`, its value JSON:
 *
 *     { "format": 1, "endings": ["<scene>", …] }
 *
 * An ending that the story no longer has stays stored and is not counted. What cannot be read is dropped; where the
 * store refuses, the story works and nothing is kept. An entry of a newer format is left untouched.
 */
const FORMAT = 1;
const PREFIX = 'pocketbook/case/';

function parse(text: string | null): { format: number; endings: string[] } {
  const data: unknown = text === null ? undefined : JSON.parse(text);
  const { format, endings } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  return {
    format: typeof format === 'number' ? format : FORMAT,
    endings: Array.isArray(endings) ? endings.filter((id): id is string => typeof id === 'string') : [],
  };
}

/** The endings reached so far; none when nothing is kept or it cannot be read. Never throws. */
function loadEndings(story: string): string[] {
  try {
    return parse(localStorage.getItem(PREFIX + story)).endings;
  } catch {
    return [];
  }
}

/** Keeps one more ending; returns all that are known, and whether the device took it. Never throws. */
export function keepEnding(story: string, ending: string): { endings: string[]; isKept: boolean } {
  const endings = [...new Set([...loadEndings(story), ending])];
  try {
    if (isNewer(localStorage.getItem(PREFIX + story))) return { endings, isKept: false };
    localStorage.setItem(PREFIX + story, JSON.stringify({ format: FORMAT, endings }));
    return { endings, isKept: true };
  } catch {
    return { endings, isKept: false };
  }
}

function isNewer(text: string | null): boolean {
  try {
    return parse(text).format > FORMAT;
  } catch {
    return false;
  }
}
