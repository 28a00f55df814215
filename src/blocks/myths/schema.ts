import { z } from 'zod';
import { askableShape } from '../../model/block.ts';
import { factShape } from '../../model/fact.ts';
import { localized } from '../../model/localized.ts';

/** Beliefs and what is true instead. */
export const schema = z.strictObject({
  kind: z.literal('myths'),
  ...askableShape,
  items: z
    .array(
      z.strictObject({
        id: factShape.id,
        claim: localized,
        truth: localized,
        short: z.strictObject({ claim: localized.optional(), truth: localized.optional() }).optional(),
        why: factShape.why,
        harm: localized.optional().describe('What believing it costs the customer.'),
      }),
    )
    .min(2),
});
export type MythsBlock = z.infer<typeof schema>;
