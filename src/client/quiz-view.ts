import type { StoryTexts } from '../i18n/story-texts.ts';
import type { ShownQuestion } from '../quiz/shown-question.ts';
import type { QuizTexts } from '../quiz/wording.ts';

/** What a view needs to show a question of its type. */
interface ViewContext {
  question: ShownQuestion;
  texts: QuizTexts;
  /** What the walk through a story says that the question carries. */
  storyTexts: StoryTexts | undefined;
  /** True in an exam: nothing tells what is right. */
  isSilent: boolean;
  /** Has a screen reader say it. */
  announce: (text: string) => void;
}

/** A question on the screen, waiting for its answer. */
export interface QuestionView {
  element: HTMLFieldSetElement;
  /** The reader's answer so far, as a list of ids. */
  answer: () => string[];
  /** Shows what is right and why, and takes no more answers; returns one line that says how the answer did. */
  reveal: (isRight: boolean) => string;
}

export type ShowQuestion = (context: ViewContext) => QuestionView;
