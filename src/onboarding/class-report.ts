import type { CodeFault } from './envelope.ts';
import { analyseItems, type ItemFigures } from './item-analysis.ts';
import { parseResult, type Result } from './result-code.ts';

/** What came in that is no result, with enough of it to be found again. */
interface RejectedCode {
  fault: Exclude<CodeFault, 'empty' | 'foreign'>;
  /** Its first characters. */
  start: string;
}

/** What was found in a heap of pasted text. */
export interface CollectedResults {
  results: Result[];
  /** How many were the same person's earlier or repeated results of the same plan. */
  merged: number;
  rejected: RejectedCode[];
  /** The codes that count, to be kept or handed on. */
  codes: string[];
}

const SHOWN = 24;
// A code ends where a link's characters do; a cut one may end in the middle of its head.
const CANDIDATE = /(?<![A-Za-z0-9])r\d{1,3}\.[A-Za-z0-9._-]*/g;

/** Every result in some pasted or dropped text; of one person and plan, the latest. Never throws. */
export function collectResults(text: string): CollectedResults {
  const latest = new Map<string, { result: Result; code: string }>();
  const rejected = new Map<string, RejectedCode>();
  let found = 0;
  for (const candidate of text.match(CANDIDATE) ?? []) {
    const { result, fault, code } = readCandidate(candidate);
    if (result) {
      found += 1;
      const key = JSON.stringify([result.plan.id, result.who]);
      const before = latest.get(key);
      if (!before || before.result.at <= result.at) latest.set(key, { result, code });
    } else if (fault !== 'empty' && fault !== 'foreign') {
      rejected.set(candidate, { fault, start: candidate.slice(0, SHOWN) });
    }
  }
  const kept = [...latest.values()].sort((a, b) => compareResults(a.result, b.result));
  return {
    results: kept.map(({ result }) => result),
    merged: found - kept.length,
    rejected: [...rejected.values()],
    codes: kept.map(({ code }) => code),
  };
}

/** A full stop or dash of the sentence around it is not part of a code. */
function readCandidate(candidate: string): { result?: Result; fault: CodeFault; code: string } {
  const opened = parseResult(candidate);
  if (opened.value) return { result: opened.value, fault: 'empty', code: candidate };
  const trimmed = candidate.replace(/[.]+$/, '');
  const again = trimmed === candidate ? opened : parseResult(trimmed);
  return again.value
    ? { result: again.value, fault: 'empty', code: trimmed }
    : { fault: opened.fault, code: candidate };
}

function compareResults(a: Result, b: Result): number {
  if (a.plan.title !== b.plan.title) return a.plan.title < b.plan.title ? -1 : 1;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.at - b.at;
}

/** One line of the class table. */
export interface ClassRow {
  result: Result;
  done: number;
  of: number;
  /** Mean first score, from 0 to 1; none where nothing was answered. */
  first?: number;
  /** Mean last score. */
  last?: number;
  answered: number;
  /** Stages past their day with steps left. */
  overdue: number;
}

/** How a theme did. */
interface ThemeFigures {
  theme: string;
  answers: number;
  first: number;
  last: number;
}

export interface ClassReport {
  rows: ClassRow[];
  /** Hardest first. */
  items: ItemFigures[];
  /** In order of the themes given. */
  themes: ThemeFigures[];
}

/**
 * What a class did.
 * @param themes in the order they are to be shown.
 * @param today `2026-11-20`.
 */
export function reportClass(results: readonly Result[], themes: readonly string[], today: string): ClassReport {
  // A first score that is not known is better told by the last than passed over: few change.
  const sheet = results.map(
    ({ questions }) => new Map(questions.map(({ id, first, last }) => [id, first ?? last] as const)),
  );
  return {
    rows: results.map((result) => rowOf(result, today)),
    items: analyseItems(sheet).sort((a, b) => a.difficulty - b.difficulty || (a.item < b.item ? -1 : 1)),
    themes: themes.flatMap((theme) => {
      const answers = results.flatMap(({ questions }) => questions.filter(({ id }) => id.startsWith(`${theme}/`)));
      if (answers.length === 0) return [];
      return [
        {
          theme,
          answers: answers.length,
          first: mean(answers.map(({ first, last }) => first ?? last)),
          last: mean(answers.map(({ last }) => last)),
        },
      ];
    }),
  };
}

function rowOf(result: Result, today: string): ClassRow {
  const { stages, questions } = result;
  return {
    result,
    done: stages.reduce((sum, { done }) => sum + done, 0),
    of: stages.reduce((sum, { of }) => sum + of, 0),
    answered: questions.length,
    ...(questions.length > 0 && {
      first: mean(questions.map(({ first, last }) => first ?? last)),
      last: mean(questions.map(({ last }) => last)),
    }),
    overdue: stages.filter(({ of, done, due }) => due !== '' && due < today && done < of).length,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
