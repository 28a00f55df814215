import { z } from 'zod';
import { id } from './id.ts';
import { localized } from './localized.ts';

const identity = { id: id.describe('Names the fact inside its block; permalink, progress key and Anki guid.') };

/** What explains a fact: the reasons on quiz options are made of these. */
export const reasons = {
  why: localized.optional().describe('What it does for the customer. Without it the fact is not asked.'),
  harm: localized.optional().describe("What the wrong act costs the customer: the reason on a don't."),
};

/** The fact's face where room is short (cards, narrow diagrams): a face of the same fact, in the same place. */
const short = {
  short: localized
    .optional()
    .describe('The same fact in few words, for cards and diagrams: 14 Chinese characters or 34 letters at most.'),
};

/** The common shape of a fact: one statement that can be shown, printed and asked. */
export const factShape = {
  ...identity,
  text: localized.describe('The fact in full, one sentence.'),
  ...short,
  ...reasons,
  say: localized.optional().describe('A line of dialogue that a member of staff could say today.'),
};
export const fact = z.strictObject(factShape);
export type Fact = z.infer<typeof fact>;
