import { z } from 'zod';
import { localized } from './localized.ts';

/** `content/decks/<deck>.yaml`: which cards print together, in this order. */
export const deck = z.strictObject({
  title: localized,
  description: localized,
  cards: z
    .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+$/))
    .min(1)
    .or(z.literal('all'))
    .describe('Card ids, <theme>/<topic>/<card>, or all.'),
});
export type Deck = z.infer<typeof deck>;
