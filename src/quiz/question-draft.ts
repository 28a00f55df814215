import type { Localized } from '../model/localized.ts';
import type { ScenarioNode } from '../model/scenario.ts';

/** An option in both languages, with the reason its reader is shown. */
export interface DraftOption {
  id: string;
  text: Localized;
  correct: boolean;
  feedback: Localized;
}

/** An item in both languages; `feedback` says why it stands where it stands. */
type DraftItem = Omit<DraftOption, 'correct'>;

/** A question in both languages, before it is chosen and before its options have their places. */
export type QuestionDraft = {
  /** `<topic>/<block>/<pattern>/<fact>`. */
  id: string;
  block: string;
  pattern: string;
  stem: Localized;
} & (
  | { type: 'choice'; options: readonly DraftOption[] }
  | { type: 'multiple'; options: readonly DraftOption[] }
  | { type: 'true-false'; options: readonly DraftOption[] }
  /** Items stand in the right order. */
  | { type: 'order'; items: readonly DraftItem[] }
  | { type: 'match'; pairs: readonly { id: string; left: Localized; right: Localized; feedback: Localized }[] }
  | { type: 'sort'; bins: readonly { id: string; label: Localized; items: readonly DraftItem[] }[] }
  | { type: 'scenario'; nodes: readonly ScenarioNode<Localized>[] }
);

/** Where a block stands, as its questions need to know it. */
export interface QuestionPlace {
  /** `<theme>/<topic>`. */
  topic: string;
  block: string;
  /** The topic's title, in quotation marks. */
  title: Localized;
  /** What a stem calls the block, in quotation marks, so that it can be understood away from its page. */
  name: Localized;
}

/** One way of asking about a kind of block. */
export interface QuestionPattern<B> {
  /** Part of the ids of its questions: never changed. */
  id: string;
  /** How many of its questions a block is asked at most. */
  perBlock: number;
  /**
   * Every question it can ask about the block, the most wanted first. Facts without a reason yield none.
   * @param siblings the topic's other blocks of the same kind, for distractors.
   */
  draft: (block: B, place: QuestionPlace, siblings: readonly B[]) => QuestionDraft[];
}

/** The id of the question that `pattern` asks about `fact`. */
export function questionId(place: QuestionPlace, pattern: string, fact: string): string {
  return `${place.topic}/${place.block}/${pattern}/${fact}`;
}
