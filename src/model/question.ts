import { z } from 'zod';
import { id } from './id.ts';
import { localized, type Lang } from './localized.ts';

const stem = localized.describe('The question, complete without its page.');
const common = { id, stem, from: id.optional().describe('The fact that the question asks about.') };

/** An authored question: written in the record beside the block it asks about, in the shape that the generators yield. */
export const authoredQuestion = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('choice'),
    options: z
      .array(
        z.strictObject({
          id,
          text: localized,
          correct: z.boolean().optional().describe('true on the one key; left out on a distractor.'),
          feedback: localized.describe('Why this is right here, or what it would do to the customer.'),
        }),
      )
      .min(3)
      .max(5),
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
]);
export type AuthoredQuestion = z.infer<typeof authoredQuestion>;

/** One option of a choice or true–false question, with the reason its reader is shown. */
export interface Option {
  id: string;
  text: string;
  correct: boolean;
  feedback: string;
}

/** One item of an ordering question; `feedback` says why it stands where it stands. */
interface OrderItem {
  id: string;
  text: string;
  feedback: string;
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

/** A question in one language, ready to show: options and items stand in their final, seeded order. */
export type Question =
  | (QuestionBase & { type: 'choice' | 'true-false'; options: Option[] })
  | (QuestionBase & { type: 'order'; order: OrderItem[]; shown: string[] });
export type QuestionType = Question['type'];
