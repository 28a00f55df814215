import { z } from 'zod';
import { id, topicId } from './id.ts';
import { localized } from './localized.ts';

/** What a range of results suggests, both ends included. */
export const scaleBand = z.strictObject({
  id,
  from: z.int(),
  to: z.int(),
  title: localized,
  text: localized.describe('What this result suggests practising; a mirror, not a verdict.'),
  practise: z.array(topicId).default([]),
});
export type ScaleBand = z.infer<typeof scaleBand>;
