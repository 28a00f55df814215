import type { Question } from '../../model/question.ts';
import type { QuestionRules } from './question-rules.ts';

/** One of several options is right; the answer is its id. */
export const choice: QuestionRules<Extract<Question, { type: 'choice' | 'true-false' }>> = {
  key: ({ options }) => options.filter((option) => option.correct).map(({ id }) => id),
  isComplete: (_, answer) => answer.length === 1,
  grade: ([right], answer) => (answer.length === 1 && answer[0] === right ? 1 : 0),
};
