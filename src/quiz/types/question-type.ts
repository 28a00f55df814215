import type { Lang } from '../../model/localized.ts';
import type { Question, QuestionBody, QuestionType } from '../../model/question.ts';
import type { QuestionDraft } from '../question-draft.ts';
import type { ShownQuestion } from '../shown-question.ts';

type DraftOf<T extends QuestionType> = Extract<QuestionDraft, { type: T }>;
type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;

/** Where a question's options go: drawn from `seed`, the key of a choice at `keyPlace`. */
interface Places {
  seed: string;
  keyPlace: number;
}

/**
 * All that a type of question decides by itself, whatever shows it. An answer and the key are both lists of ids, so that
 * they can stand in markup, be stored, and be reported to other systems in one way whatever the type.
 */
export interface QuestionRules<T extends QuestionType = QuestionType> {
  /** The draft in one language, everything at its drawn place. */
  present: (draft: DraftOf<T>, lang: Lang, places: Places) => Extract<QuestionBody, { type: T }>;
  /** All of the wording that an answer depends on, the same whatever places options take: a version is made of it. */
  wording: (draft: DraftOf<T>) => unknown;
  /** What is laid out before the reader, and the right answer. */
  show: (question: QuestionOf<T>) => Pick<ShownQuestion, 'options' | 'targets' | 'key' | 'story'>;
  /** Whether the answer says enough to be marked. */
  isComplete: (key: readonly string[], answer: readonly string[]) => boolean;
  /** From 0, all wrong, to 1, all right. */
  grade: (question: Pick<ShownQuestion, 'key' | 'options'>, answer: readonly string[]) => number;
  /** The right answer as an answer sheet has it: options by their letters, targets by their numbers. */
  printKey: (shown: ShownQuestion) => string;
}
