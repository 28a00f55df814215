import { z } from 'zod';
import { askableShape } from '../../model/block.ts';
import { fact } from '../../model/fact.ts';

/** Two lists: what to do (each with `why`), what not to do (each with `harm`). */
export const schema = z.strictObject({
  kind: z.literal('dos-donts'),
  ...askableShape,
  do: z.array(fact).min(1),
  dont: z.array(fact).min(1),
});
export type DosDontsBlock = z.infer<typeof schema>;
