import type { Lang } from '../model/localized.ts';
import type { Question, QuestionType } from '../model/question.ts';
import type { ShownQuestion } from './shown-question.ts';
import { showQuestion } from './types/registry.ts';

/** A fault that a reader would trip over, in one question or in a set. */
export interface QuestionFault {
  code:
    | 'no-reason'
    | 'no-section'
    | 'alike'
    | 'not-one-key'
    | 'all-or-none'
    | 'several-at-once'
    | 'leans-on-page'
    | 'stem-twice'
    | 'key-longest'
    | 'decision-key-longest'
    | 'key-place'
    | 'one-pattern';
  /** The question's id; left out when it is the set's fault. */
  question?: string;
}

const MOST_LONGEST_KEYS = 0.4;
const MOST_OF_A_PATTERN = 0.25;
/** Below this many questions a share says nothing. */
const ENOUGH = 20;

/** Options that speak of the others instead of the matter. */
const SEVERAL_AT_ONCE: Record<Lang, RegExp> = {
  zh: /以上(都|全|皆|均)|^(都|全|皆)(是|不是|对|不对)$|^[A-F]和[A-F]/,
  en: /\bof the above\b|^(all|none|both) of (these|them)\.?$|\b(all|both) [a-f] and [a-f]\b/i,
};

/** Words that only make sense beside the page a question was made from. */
const LEANS_ON_PAGE: Record<Lang, RegExp> = {
  zh: /本页|本文|上文|下文|上图|下图|如图|上表|下表|前面(说|讲|提)/,
  en: /\b(this page|see above|the (table|figure|diagram|picture) (above|below)|as (shown|said) (above|below))\b/i,
};

/** The faults of questions of one language, and those of the set as a whole. */
export function questionFaults(questions: readonly Question[]): QuestionFault[] {
  return [...questions.flatMap(faultsOf), ...repeatedStems(questions), ...faultsOfSet(questions)];
}

/** What a set of questions is made of, so that its balance can be read. */
interface QuestionCounts {
  questions: number;
  byType: ReadonlyMap<QuestionType, number>;
  byPattern: ReadonlyMap<string, number>;
  /** Choices of one right option, how many of them have the longest one right, and how often each place holds it. */
  choices: number;
  longestKeys: number;
  /** Of the same choices, how many have the one right option shorter than every other. */
  shortestKeys: number;
  keyPlaces: readonly number[];
  /** Decisions of stories with one choice that helps, and how many of them have the longest one help. */
  decisions: number;
  longestDecisionKeys: number;
}

/** Counts questions of one language. */
export function countQuestions(questions: readonly Question[]): QuestionCounts {
  const choices = questions.filter(isChoice);
  const places = choices.map(keyPlace);
  const decisions = questions.flatMap(decisionsOf);
  return {
    questions: questions.length,
    byType: countBy(questions, ({ type }) => type),
    byPattern: countBy(questions, ({ pattern }) => pattern),
    choices: choices.length,
    longestKeys: choices.filter(({ options }) => isKeyLongest(options)).length,
    shortestKeys: choices.filter(({ options }) => isKeyShortest(options)).length,
    keyPlaces: Array.from({ length: Math.max(0, ...places) + 1 }, (_, at) => places.filter((p) => p === at).length),
    decisions: decisions.length,
    longestDecisionKeys: decisions.filter(isKeyLongest).length,
  };
}

type Choice = Extract<Question, { type: 'choice' }>;

function isChoice(question: Question): question is Choice {
  return question.type === 'choice';
}

function keyPlace({ options }: Choice): number {
  return options.findIndex((option) => option.correct);
}

/** What a reader chooses from, of which one is right. */
type Answers = readonly { text: string; correct: boolean }[];

function isKeyLongest(options: Answers): boolean {
  const key = options.find((option) => option.correct);
  return options.every((option) => option === key || option.text.length <= (key?.text.length ?? 0));
}

function isKeyShortest(options: Answers): boolean {
  const key = options.find((option) => option.correct);
  return options.every((option) => option === key || option.text.length > (key?.text.length ?? 0));
}

/** The turning points of a story at which exactly one choice helps. */
function decisionsOf(question: Question): Answers[] {
  if (question.type !== 'scenario') return [];
  return question.nodes
    .map(({ choices }) => choices.map(({ text, effect }) => ({ text, correct: effect === 'helps' })))
    .filter((options) => options.filter(({ correct }) => correct).length === 1);
}

/** The faults of one question by itself. */
export function faultsOf(question: Question): QuestionFault[] {
  const shown = showQuestion(question);
  const { options, targets, stem } = shown;
  const codes: QuestionFault['code'][] = [];
  if (options.some(({ feedback }) => feedback.trim() === '')) codes.push('no-reason');
  if (question.section === '' || !question.url.includes('#')) codes.push('no-section');
  if (haveTwins(options) || haveTwins(targets)) codes.push('alike');
  if (!hasRightKeys(shown)) codes.push(question.type === 'multiple' ? 'all-or-none' : 'not-one-key');
  if (options.some(({ text }) => SEVERAL_AT_ONCE[question.lang].test(text))) codes.push('several-at-once');
  if ([stem, ...options.map(({ text }) => text)].some((text) => LEANS_ON_PAGE[question.lang].test(text))) {
    codes.push('leans-on-page');
  }
  return codes.map((code) => ({ code, question: question.id }));
}

/** Whether the key is one defensible answer: one option, some but not all of several, or a place for each. */
function hasRightKeys({ type, key, options }: ShownQuestion): boolean {
  if (type === 'choice' || type === 'true-false') return key.length === 1;
  if (type === 'multiple') return key.length > 1 && key.length < options.length;
  return key.length === options.length || type === 'scenario';
}

function haveTwins(texts: readonly { text: string }[]): boolean {
  return new Set(texts.map(({ text }) => bare(text))).size < texts.length;
}

function repeatedStems(questions: readonly Question[]): QuestionFault[] {
  const met = new Set<string>();
  return questions.flatMap(({ id, topic, stem }): QuestionFault[] => {
    const key = `${topic} ${bare(stem)}`;
    if (met.has(key)) return [{ code: 'stem-twice', question: id }];
    met.add(key);
    return [];
  });
}

function faultsOfSet(questions: readonly Question[]): QuestionFault[] {
  const { choices, longestKeys, decisions, longestDecisionKeys, byPattern } = countQuestions(questions);
  const faults: QuestionFault[] = [];
  if (choices >= ENOUGH) {
    if (longestKeys > MOST_LONGEST_KEYS * choices) faults.push({ code: 'key-longest' });
    if (!isEven(questions.filter(isChoice))) faults.push({ code: 'key-place' });
  }
  if (decisions >= ENOUGH && longestDecisionKeys > MOST_LONGEST_KEYS * decisions) {
    faults.push({ code: 'decision-key-longest' });
  }
  const topics = new Set(questions.map(({ topic }) => topic));
  // A single topic may well ask in one way; the site as a whole must not.
  if (topics.size > 1 && [...byPattern.values()].some((count) => count > MOST_OF_A_PATTERN * questions.length)) {
    faults.push({ code: 'one-pattern' });
  }
  return faults;
}

/** Whether, among choices of equally many options, no place holds the key half as often again as its share. */
function isEven(choices: readonly Choice[]): boolean {
  return [...Map.groupBy(choices, ({ options }) => options.length)].every(([size, group]) => {
    const counts = [...countBy(group, keyPlace).values()];
    return group.length < ENOUGH || counts.every((count) => count <= (1.5 * group.length) / size);
  });
}

function countBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** The text without case, space and punctuation. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[\s\p{P}]/gu, '');
}
