import { z } from 'zod';
import { id } from './id.ts';
import { localized, type Lang } from './localized.ts';
import type { ScenarioNode } from './scenario.ts';

const stem = localized.describe('The question, complete without its page.');
const common = { id, stem, from: id.optional().describe('The fact that the question asks about.') };
const option = z.strictObject({
  id,
  text: localized,
  correct: z.boolean().optional().describe('true on a key; left out on a distractor.'),
  feedback: localized.describe('Why this is right here, or what it would do to the customer.'),
});

/**
 * An authored question: written in the record beside the block it asks about, in the shape that the generators yield. A
 * scenario is not among them, since a `case` block is one.
 */
export const authoredQuestion = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('choice'),
    options: z.array(option).min(3).max(5),
  }),
  z.strictObject({
    ...common,
    type: z.literal('multiple'),
    options: z.array(option).min(4).max(6).describe('Two or more of them right, one or more wrong.'),
  }),
  z.strictObject({
    ...common,
    type: z.literal('true-false'),
    answer: z.boolean(),
    feedback: z.strictObject({
      true: localized.describe('What a reader who answered “true” is told.'),
      false: localized.describe('What a reader who answered “false” is told.'),
    }),
  }),
  z.strictObject({
    ...common,
    type: z.literal('order'),
    items: z
      .array(z.strictObject({ id, text: localized, feedback: localized.describe('Why it stands at this place.') }))
      .min(3)
      .max(7)
      .describe('In the right order.'),
  }),
  z.strictObject({
    ...common,
    type: z.literal('match'),
    pairs: z
      .array(
        z.strictObject({
          id,
          left: localized.describe('What stands still.'),
          right: localized.describe('What is put beside it.'),
          feedback: localized.describe('Why the two belong together.'),
        }),
      )
      .min(3)
      .max(6),
  }),
  z.strictObject({
    ...common,
    type: z.literal('sort'),
    bins: z
      .array(
        z.strictObject({
          id,
          label: localized,
          items: z
            .array(z.strictObject({ id, text: localized, feedback: localized.describe('Why it belongs here.') }))
            .min(1),
        }),
      )
      .min(2)
      .max(4),
  }),
]);
export type AuthoredQuestion = z.infer<typeof authoredQuestion>;

/** One option of a choice, single or multiple, or of a true–false question, with the reason its reader is shown. */
export interface Option {
  id: string;
  text: string;
  correct: boolean;
  feedback: string;
}

/** One item of an ordering or sorting question; `feedback` says why it stands where it stands. */
interface Item {
  id: string;
  text: string;
  feedback: string;
}

/** Two texts that belong together; `left` stands still, `right` is put beside it. */
interface Pair {
  id: string;
  left: string;
  right: string;
  feedback: string;
}

/** What items are sorted into. */
interface Bin {
  id: string;
  label: string;
  items: Item[];
}

interface QuestionBase {
  /** `<topic>/<block>/<pattern>/<fact>`: never changed by rewording or reordering. */
  id: string;
  topic: string;
  block: string;
  /** The generator's pattern, or `authored`. */
  pattern: string;
  lang: Lang;
  /** Changes when the question or an answer is reworded in either language; the same for both. */
  version: string;
  stem: string;
  /** Heading of the section that answers it. */
  section: string;
  /** Root-relative address of the section that answers it, base path not included. */
  url: string;
}

/** What each type of question has of its own. */
export type QuestionBody =
  | { type: 'choice'; options: Option[] }
  | { type: 'multiple'; options: Option[] }
  | { type: 'true-false'; options: Option[] }
  | { type: 'order'; order: Item[]; shown: string[] }
  | { type: 'match'; pairs: Pair[]; shown: string[] }
  | { type: 'sort'; bins: Bin[]; shown: string[] }
  /** The first scene is where it starts; `best` is the path on which every choice helps, as `<scene>/<choice>`. */
  | { type: 'scenario'; nodes: ScenarioNode[]; best: string[] };
export type QuestionType = QuestionBody['type'];

/**
 * A question in one language, ready to show: options stand in their final, seeded order; `shown` is the order in which
 * items, or the right sides of pairs, are laid out before they are put in their places.
 */
export type Question = QuestionBase & QuestionBody;
