import type { QuestionType } from '../model/question.ts';
import type { ScenarioNode } from '../model/scenario.ts';

/** A question of any type as it is laid out before a reader, on a page or on paper. */
export interface ShownQuestion {
  id: string;
  version: string;
  type: QuestionType;
  stem: string;
  /** What is chosen, put in order or put somewhere, in the order shown, each with its reason. */
  options: { id: string; text: string; feedback: string }[];
  /** What options are put beside or into; empty for types that have none. */
  targets: { id: string; text: string }[];
  /** The right answer: ids of options, in order where order counts, or `option=target`. */
  key: string[];
  /** The scenes of a scenario, the first one first; its options are the decisions on the best way through them. */
  story?: ScenarioNode[];
  /** Heading of the section that answers it, and its address. */
  section: string;
  href: string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The letter that the option at a place is called by. */
export function letterAt(place: number): string {
  return LETTERS[place] ?? '';
}

/** The letters of some options, in the order given. */
export function lettersOf({ options }: ShownQuestion, ids: readonly string[]): string[] {
  return ids.map((id) => letterAt(options.findIndex((option) => option.id === id)));
}
