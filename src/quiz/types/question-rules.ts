import type { Question } from '../../model/question.ts';

/**
 * How a type of question is marked. An answer and the key are both lists of ids, so that they can stand in markup, be
 * stored, and be reported to other systems in one way whatever the type.
 */
export interface QuestionRules<Q extends Question = Question> {
  /** The right answer. */
  key: (question: Q) => string[];
  /** Whether the answer says enough to be marked. */
  isComplete: (key: readonly string[], answer: readonly string[]) => boolean;
  /** From 0, all wrong, to 1, all right. */
  grade: (key: readonly string[], answer: readonly string[]) => number;
}
