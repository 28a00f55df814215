/** What an exam is made from; it fits into a link, so that a class gets the same paper. */
export interface ExamPlan {
  /** A theme's id; empty for all themes. */
  theme: string;
  /** How many questions. */
  length: number;
  /** 0 for no limit. */
  minutes: number;
  seed: string;
}

const LENGTH = { least: 5, most: 60, usual: 20 };
const MINUTES = { least: 0, most: 180, usual: 20 };
const MOST_SEED_LETTERS = 24;

/** The plan that a link carries; what it does not say, or says wrongly, is as usual. A seed is letters, figures, hyphens. */
export function parseExamPlan(query: string, themes: readonly string[]): ExamPlan {
  const values = new URLSearchParams(query);
  const theme = values.get('theme') ?? '';
  return {
    theme: themes.includes(theme) ? theme : '',
    length: numberIn(values.get('n'), LENGTH),
    minutes: numberIn(values.get('minutes'), MINUTES),
    seed: cleanSeed(values.get('seed') ?? ''),
  };
}

/** The query of a link that carries the plan. */
export function formatExamPlan({ theme, length, minutes, seed }: ExamPlan): string {
  const values = new URLSearchParams({
    ...(theme && { theme }),
    n: String(length),
    minutes: String(minutes),
    seed: cleanSeed(seed),
  });
  return `?${values.toString()}`;
}

/** A seed as a link carries it. */
export function cleanSeed(seed: string): string {
  return seed.replace(/[^\p{L}\p{N}-]/gu, '').slice(0, MOST_SEED_LETTERS);
}

function numberIn(text: string | null, { least, most, usual }: typeof LENGTH): number {
  const number = Number(text);
  return text === null || text === '' || !Number.isInteger(number) ? usual : Math.min(most, Math.max(least, number));
}
