import { z } from 'zod';
import { askableShape } from '../../model/block.ts';
import { fact } from '../../model/fact.ts';
import { scaleBand } from '../../model/scale-band.ts';

/** Items that belong together, each to be ticked. */
export const schema = z.strictObject({
  kind: z.literal('checklist'),
  ...askableShape,
  items: z.array(fact).min(2),
  assess: z
    .strictObject({ bands: z.array(scaleBand).min(1) })
    .optional()
    .describe('Makes the list a self-assessment: what the number of items ticked suggests.'),
  outsiders: z
    .array(fact)
    .default([])
    .describe('What people wrongly think is on the list; `harm` says why it is not. Shown only in questions.'),
});
export type ChecklistBlock = z.infer<typeof schema>;
