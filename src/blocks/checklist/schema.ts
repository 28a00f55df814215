import { z } from 'zod';
import { askableShape } from '../../model/block.ts';
import { fact } from '../../model/fact.ts';

/** Items that belong together, each to be ticked. */
export const schema = z.strictObject({
  kind: z.literal('checklist'),
  ...askableShape,
  items: z.array(fact).min(2),
  outsiders: z
    .array(fact)
    .default([])
    .describe('What people wrongly think is on the list; `harm` says why it is not. Shown only in questions.'),
});
export type ChecklistBlock = z.infer<typeof schema>;
