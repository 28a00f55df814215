import { z } from 'zod';
import { askableShape } from '../../model/block.ts';
import { fact, factShape } from '../../model/fact.ts';
import { localized } from '../../model/localized.ts';

/** A term, what it means, and where it stops. A maxim is a concept whose term is the sentence. */
export const schema = z.strictObject({
  kind: z.literal('concept'),
  ...askableShape,
  term: localized,
  definition: localized,
  short: localized.optional().describe('The definition in few words.'),
  why: factShape.why,
  examples: z.array(fact).default([]).describe('What it looks like in practice.'),
  limits: localized.optional().describe('Where it stops.'),
});
export type ConceptBlock = z.infer<typeof schema>;
