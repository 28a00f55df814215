import type { Question, QuestionType } from '../../model/question.ts';
import type { ShownQuestion } from '../shown-question.ts';
import { choice } from './choice.ts';
import { match } from './match.ts';
import { multiple } from './multiple.ts';
import { order } from './order.ts';
import type { QuestionRules } from './question-type.ts';
import { scenario } from './scenario.ts';
import { sort } from './sort.ts';
import { trueFalse } from './true-false.ts';

/** The rules of each type of question. */
export const questionRules: { readonly [T in QuestionType]: QuestionRules<T> } = {
  choice,
  multiple,
  'true-false': trueFalse,
  order,
  match,
  sort,
  scenario,
};

/** The rules of one type, for callers that do not know which it is. */
export function rulesOf(type: QuestionType): QuestionRules {
  return questionRules[type] as unknown as QuestionRules;
}

/** A question as it is laid out before a reader. */
export function showQuestion(question: Question, base = ''): ShownQuestion {
  const { id, version, type, stem, section, url } = question;
  return { id, version, type, stem, section, href: base + url, ...rulesOf(type).show(question) };
}
