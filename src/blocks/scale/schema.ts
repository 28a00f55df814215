import { z } from 'zod';
import { factShape } from '../../model/fact.ts';
import { localized } from '../../model/localized.ts';
import { blockShape } from '../../model/topic.ts';
import { scaleBand } from '../../model/scale-band.ts';

/** A self-assessment: scored on the reader's own device, never graded. */
export const schema = z.strictObject({
  kind: z.literal('scale'),
  ...blockShape,
  mode: z.enum(['two-ended', 'rating', 'statements', 'ticks']).describe('How an item is answered.'),
  points: z
    .strictObject({ from: z.int(), to: z.int() })
    .optional()
    .describe('The points of the left and the right end, such as 10 and 1; not for statements and ticks.'),
  items: z
    .array(
      z.strictObject({
        id: factShape.id,
        text: localized.optional().describe('The statement; for a two-ended item, what it is about.'),
        left: localized.optional(),
        right: localized.optional(),
        see: z
          .string()
          .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
          .optional()
          .describe(
            'For statements: the fact of this topic, block/fact, that helps whoever it fits; without one, a strength.',
          ),
      }),
    )
    .min(2),
  bands: z.array(scaleBand).default([]),
});
export type ScaleBlock = z.infer<typeof schema>;
