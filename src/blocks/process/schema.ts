import { z } from 'zod';
import { askableShape } from '../../model/block.ts';
import { fact, factShape } from '../../model/fact.ts';
import { localized } from '../../model/localized.ts';

/** One step: its name, what it is for, and what to do and not to do in it. */
const step = z.strictObject({
  id: factShape.id,
  title: localized.describe('The step as an act, verb first.'),
  short: factShape.short,
  text: localized.optional().describe('What the step is for, one sentence.'),
  check: localized.optional().describe('What to make sure of before going on.'),
  do: z.array(fact).default([]),
  dont: z.array(fact).default([]),
  say: factShape.say,
  why: factShape.why,
  harm: localized.optional().describe('What skipping the step, or doing it out of turn, costs the customer.'),
});

/** Steps in a fixed order. */
export const schema = z.strictObject({
  kind: z.literal('process'),
  ...askableShape,
  loop: z.boolean().default(false).describe('true when the last step leads back to the first.'),
  steps: z.array(step).min(2).max(9),
});
export type ProcessBlock = z.infer<typeof schema>;
