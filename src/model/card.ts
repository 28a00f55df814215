import { z } from 'zod';
import { id } from './id.ts';
import { localized } from './localized.ts';

/** What one side of a card shows: a block of the same topic, or chosen facts of it, through one of the kind's faces. */
const cardFace = z.strictObject({
  block: id.describe('The block whose facts stand on this side.'),
  face: id
    .optional()
    .describe("Which of the kind's faces: process has steps (default), do-dont, say; other kinds have one."),
  only: z.array(id).min(1).optional().describe('The facts to show, in this order; left out: all of the block.'),
  title: localized.optional().describe("The side's own heading; left out: the card's title."),
});
export type CardFaceSpec = z.infer<typeof cardFace>;

/** A pocket card: front says what to do, back says how to say it. */
export const card = z.strictObject({
  id,
  title: localized.describe('10 Chinese characters or 28 letters at most.'),
  front: cardFace,
  back: cardFace,
});
export type Card = z.infer<typeof card>;
