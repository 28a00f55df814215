import type { Question, QuestionType } from '../../model/question.ts';
import { choice } from './choice.ts';
import { order } from './order.ts';
import type { QuestionRules } from './question-rules.ts';
import { trueFalse } from './true-false.ts';

/** How each type of question is marked. */
export const questionRules: { readonly [T in QuestionType]: QuestionRules<Extract<Question, { type: T }>> } = {
  choice,
  'true-false': trueFalse,
  order,
};

/** The right answer of a question as a list of ids. */
export function keyOf(question: Question): string[] {
  return (questionRules[question.type] as QuestionRules).key(question);
}
