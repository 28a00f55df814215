import { z } from 'zod';
import { askableShape } from '../../model/block.ts';
import { factShape, reasons } from '../../model/fact.ts';
import { localized } from '../../model/localized.ts';

/** Types told apart by the same facets, such as signs, needs and response. */
export const schema = z.strictObject({
  kind: z.literal('classification'),
  ...askableShape,
  facets: z.array(z.strictObject({ id: factShape.id, title: localized })).default([]),
  types: z
    .array(
      z.strictObject({
        id: factShape.id,
        title: localized,
        short: factShape.short,
        text: localized.optional(),
        traits: z
          .array(
            z.strictObject({
              id: factShape.id,
              facet: factShape.id.optional().describe('One of the facets; left out when there are none.'),
              text: localized,
              short: factShape.short,
              ...reasons,
            }),
          )
          .default([]),
        say: factShape.say,
        ...reasons,
      }),
    )
    .min(2),
});
export type ClassificationBlock = z.infer<typeof schema>;
