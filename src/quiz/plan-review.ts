import type { QuestionType } from '../model/question.ts';

/** What a day's review may take. */
const REVIEW_SECONDS = 600;

/** How long a reader takes over a question and its reasons, on the whole. */
const SECONDS: Record<QuestionType, number> = {
  'true-false': 20,
  choice: 30,
  multiple: 40,
  order: 50,
  sort: 55,
  match: 65,
  scenario: 180,
};

/** A question that is due, and since when. */
interface DueQuestion {
  id: string;
  type: QuestionType;
  /** Seconds since 1970. */
  due: number;
}

/** The questions of one sitting, the longest due first, as many as ten minutes hold; at least one where there is any. */
export function planReview<Q extends DueQuestion>(questions: readonly Q[], seconds = REVIEW_SECONDS): Q[] {
  let left = seconds;
  return [...questions]
    .sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1))
    .filter(({ type }, at) => {
      left -= SECONDS[type];
      return at === 0 || left >= 0;
    });
}

/** How many minutes some questions take, at least one. */
export function minutesFor(questions: readonly { type: QuestionType }[]): number {
  const seconds = questions.reduce((sum, { type }) => sum + SECONDS[type], 0);
  return Math.max(1, Math.round(seconds / 60));
}
