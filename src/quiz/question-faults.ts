import type { Question } from '../model/question.ts';

/** A fault that a reader would trip over, in one question or in a set. */
export interface QuestionFault {
  code: 'no-reason' | 'alike' | 'not-one-key' | 'stem-twice' | 'key-longest' | 'key-place';
  /** The question's id; left out when it is the set's fault. */
  question?: string;
}

const MOST_LONGEST_KEYS = 0.4;
/** Below this many choices a share says nothing. */
const ENOUGH_CHOICES = 20;

/** The faults of questions of one language, and those of the set as a whole. */
export function questionFaults(questions: readonly Question[]): QuestionFault[] {
  return [...questions.flatMap(faultsOf), ...repeatedStems(questions), ...faultsOfSet(questions)];
}

/** How many choices have a key at least as long as every other option. */
function countLongestKeys(questions: readonly Question[]): { choices: number; longest: number } {
  const choices = questions.flatMap((question) => (question.type === 'choice' ? [question.options] : []));
  const longest = choices.filter((options) => {
    const key = options.find((option) => option.correct);
    return options.every((option) => option === key || option.text.length <= (key?.text.length ?? 0));
  });
  return { choices: choices.length, longest: longest.length };
}

function faultsOf(question: Question): QuestionFault[] {
  const answers = question.type === 'order' ? question.order : question.options;
  const codes: QuestionFault['code'][] = [];
  if (answers.some(({ feedback }) => feedback.trim() === '')) codes.push('no-reason');
  if (new Set(answers.map(({ text }) => bare(text))).size < answers.length) codes.push('alike');
  if (question.type !== 'order' && question.options.filter((option) => option.correct).length !== 1) {
    codes.push('not-one-key');
  }
  return codes.map((code) => ({ code, question: question.id }));
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
  const { choices, longest } = countLongestKeys(questions);
  if (choices < ENOUGH_CHOICES) return [];
  const faults: QuestionFault[] = [];
  if (longest > MOST_LONGEST_KEYS * choices) faults.push({ code: 'key-longest' });
  if (!isEven(questions)) faults.push({ code: 'key-place' });
  return faults;
}

/** Whether, among choices of equally many options, no place holds the key half as often again as its share. */
function isEven(questions: readonly Question[]): boolean {
  const places = new Map<number, number[]>();
  for (const question of questions) {
    if (question.type !== 'choice') continue;
    const size = question.options.length;
    const counts = places.get(size) ?? Array.from({ length: size }, () => 0);
    const at = question.options.findIndex((option) => option.correct);
    places.set(size, counts.with(at, (counts[at] ?? 0) + 1));
  }
  return [...places].every(([size, counts]) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return total < ENOUGH_CHOICES || counts.every((count) => count <= (1.5 * total) / size);
  });
}

/** The text without case, space and punctuation. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[\s\p{P}]/gu, '');
}
