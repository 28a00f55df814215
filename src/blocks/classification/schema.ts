import { z } from 'zod';
import { askableShape } from '../../model/block.ts';
import { CURVE_LEVELS } from '../../diagrams/curves.ts';
import { factShape, reasons } from '../../model/fact.ts';
import { localized } from '../../model/localized.ts';

const picture = z.discriminatedUnion('draw', [
  z
    .strictObject({ draw: z.literal('pyramid') })
    .describe(
      'Layers on each other, the first type at the bottom; its traits of the first facet say what it stands for.',
    ),
  z
    .strictObject({
      draw: z.literal('curves'),
      levels: z
        .strictObject({ low: localized, middle: localized, high: localized })
        .describe('What the heights are called.'),
      across: z.strictObject({ from: localized, to: localized }).describe('The two ends of the axis across.'),
    })
    .describe('How something rises as more is given; every type with a `curve` is drawn.'),
]);

const curve = z.strictObject({
  from: z.enum(CURVE_LEVELS),
  to: z.enum(CURVE_LEVELS),
  bend: z.enum(['slowing', 'quickening']).describe('slowing flattens on the way, quickening climbs ever faster.'),
  returns: localized.optional().describe('What brings its end back down to the middle, in a few words.'),
});

/** Types told apart by the same facets, such as signs, needs and response. */
export const schema = z.strictObject({
  kind: z.literal('classification'),
  ...askableShape,
  picture: picture.optional().describe('The types as a picture above them.'),
  facets: z.array(z.strictObject({ id: factShape.id, title: localized })).default([]),
  types: z
    .array(
      z.strictObject({
        id: factShape.id,
        title: localized,
        short: factShape.short,
        text: localized.optional(),
        curve: curve.optional().describe("The type's line in a picture of curves."),
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
