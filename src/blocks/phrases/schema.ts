import { z } from 'zod';
import { askableShape } from '../../model/block.ts';
import { factShape } from '../../model/fact.ts';
import { localized } from '../../model/localized.ts';

/** Avoid → say instead → why. */
export const schema = z.strictObject({
  kind: z.literal('phrases'),
  ...askableShape,
  items: z
    .array(
      z.strictObject({
        id: factShape.id,
        when: localized.optional().describe('The situation, such as: the answer is not at hand.'),
        avoid: localized.describe('The phrase as staff would say it.'),
        say: localized.describe('The better phrase, word for word.'),
        short: z
          .strictObject({ avoid: localized.optional(), say: localized.optional() })
          .optional()
          .describe('Either phrase in few words, for cards.'),
        why: localized.optional().describe('What the better phrase does for the customer.'),
        harm: localized.optional().describe('What the avoided phrase tells the customer.'),
      }),
    )
    .min(2),
});
export type PhrasesBlock = z.infer<typeof schema>;
