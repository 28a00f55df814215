import type { Issue } from '../model/issue.ts';
import type { Lang } from '../model/localized.ts';
import type { ThemeCoverage } from './coverage.ts';
import type { QuestionBalance } from './question-balance.ts';
import { padColumns, displayWidth } from './display-width.ts';
import { fillText, ISSUE_TEXTS } from './make-issue.ts';

/** What a stretch of the report is, so that a terminal can colour it. */
export type Style = 'heading' | 'place' | 'error' | 'warning' | 'quiet' | 'good' | 'total';

/** How a report is to be worded and shown. */
export interface ReportOptions {
  lang: Lang;
  /** Left out: nothing about the curriculum. */
  coverage?: readonly ThemeCoverage[];
  /** Left out: nothing about the questions. */
  questions?: readonly QuestionBalance[];
  /** Left out: plain text. */
  paint?: (style: Style, text: string) => string;
}

const BAR_COLUMNS = 20;

/** Issues grouped by file, a line of counts, and how much of the curriculum is taught; for people to read. */
export function reportText(
  issues: readonly Issue[],
  { lang, coverage, questions, paint = plain }: ReportOptions,
): string {
  const texts = ISSUE_TEXTS[lang].report;
  const groups = [...Map.groupBy(issues, ({ file }) => file).values()].map((own) =>
    own.map((issue) => describe(issue, lang, paint)).join('\n'),
  );
  return [
    ...groups,
    ...(coverage ? [coverageText(coverage, lang, paint)] : []),
    ...(questions ? [questionsText(questions, lang, paint)] : []),
    countsText(issues, texts, lang, paint),
  ].join('\n\n');
}

function describe({ file, position, severity, code, message, hint }: Issue, lang: Lang, paint: Paint): string {
  const { hintMark, warning } = ISSUE_TEXTS[lang].report;
  const place = paint('place', `${file}:${position.line}:${position.column}`);
  const name = paint(severity, severity === 'warning' ? `${code} (${warning})` : code);
  return `${place}  ${name}  ${message}\n${paint('quiet', `  ${hintMark}`)} ${hint}`;
}

function countsText(
  issues: readonly Issue[],
  texts: (typeof ISSUE_TEXTS)[Lang]['report'],
  lang: Lang,
  paint: Paint,
): string {
  if (issues.length === 0) return paint('good', texts.none);
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const files = new Set(issues.map(({ file }) => file)).size;
  const values = { files, errors, warnings: issues.length - errors };
  return paint(errors > 0 ? 'error' : 'warning', fillText(lang, texts.counts, values));
}

function coverageText(coverage: readonly ThemeCoverage[], lang: Lang, paint: Paint): string {
  const texts = ISSUE_TEXTS[lang].report;
  const total = {
    covered: coverage.reduce((sum, { covered }) => sum + covered, 0),
    all: coverage.reduce((sum, { all }) => sum + all, 0),
  };
  const columns = Math.max(...[texts.total, ...coverage.map(({ title }) => title)].map(displayWidth));
  const digits = String(total.all).length;
  const amount = (covered: number, all: number) =>
    `${String(covered).padStart(digits)} / ${String(all).padStart(digits)}`;
  const rows = coverage.map(({ title, topics, covered, all }) => {
    const isFull = covered === all;
    const style = topics === 0 ? 'quiet' : isFull ? 'good' : 'error';
    const note = topics === 0 ? `  ${texts.noTopics}` : '';
    return `  ${padColumns(title, columns)}  ${paint(style, `${bar(covered, all)}  ${amount(covered, all)}${note}`)}`;
  });
  const sum = `  ${padColumns(texts.total, columns)}  ${bar(total.covered, total.all)}  ${amount(total.covered, total.all)}`;
  return [paint('heading', texts.coverage), ...rows, paint('total', sum)].join('\n');
}

function questionsText(balances: readonly QuestionBalance[], lang: Lang, paint: Paint): string {
  const texts = ISSUE_TEXTS[lang].report;
  const percent = (share: number) => `${String(Math.round(share * 100))}%`;
  const rows = balances.map(({ lang: of, types, largestPattern, keyPlaces, faults, ...counts }) => {
    const sound = faults.length === 0;
    const line = fillText(lang, texts.questionCounts, {
      lang: of,
      questions: counts.questions,
      themes: counts.themes,
      types: types.map(({ type, count }) => `${type} ${String(count)}`).join(' · '),
      pattern: largestPattern.pattern,
      share: percent(largestPattern.share),
      longest: percent(counts.longestKeys),
      shortest: percent(counts.shortestKeys),
      decisions: percent(counts.longestDecisionKeys),
      places: keyPlaces.join(' · '),
      faults: faults.length,
    });
    return [paint(sound ? 'good' : 'error', line), ...faults.map((fault) => `  ${fault}`)].join('\n');
  });
  return [paint('heading', texts.questions), ...rows].join('\n');
}

function bar(covered: number, all: number): string {
  const full = all === 0 ? 0 : Math.floor((covered / all) * BAR_COLUMNS);
  return '█'.repeat(full) + '░'.repeat(BAR_COLUMNS - full);
}

type Paint = NonNullable<ReportOptions['paint']>;

function plain(_style: Style, text: string): string {
  return text;
}
