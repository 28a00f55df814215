import type { QuestionType } from '../../model/question.ts';

/** An answer as a course system is told of it. */
export interface CourseAnswer {
  id: string;
  type: QuestionType;
  stem: string;
  /** Ids of options and targets, as in the question's key. */
  answer: readonly string[];
  key: readonly string[];
  options: readonly { id: string; text: string }[];
  targets: readonly { id: string; text: string }[];
  /** From 0 to 1. */
  score: number;
  seconds: number;
}

/** A connection to the system that opened the package. */
export interface CourseLink {
  /** Tells that the reader has begun. */
  begin: () => Promise<void>;
  answer: (answer: CourseAnswer) => Promise<void>;
  /** Tells the result, from 0 to 1, and that all has been asked. */
  finish: (score: number, hasPassed: boolean, seconds: number) => Promise<void>;
  /** Closes the connection; the page is about to go. */
  close: (seconds: number) => void;
}
