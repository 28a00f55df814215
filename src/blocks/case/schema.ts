import { z } from 'zod';
import { askableShape } from '../../model/block.ts';
import { fact, factShape } from '../../model/fact.ts';
import { topicId } from '../../model/id.ts';
import { localized } from '../../model/localized.ts';

const choice = z.strictObject({
  id: factShape.id,
  text: localized.describe('What you could do here.'),
  outcome: localized.describe('What happens next.'),
  good: z.boolean().default(false),
  why: localized.describe('Why it helps or hurts.'),
  topic: topicId.optional().describe('The topic that teaches it.'),
  next: factShape.id.optional().describe('The scene it leads to; left out: the next one.'),
});

/** A story in scenes, with real decision points and what is to be learned from it. */
export const schema = z.strictObject({
  kind: z.literal('case'),
  ...askableShape,
  scenes: z
    .array(
      z.strictObject({
        id: factShape.id,
        when: localized.optional().describe('Time or stage, such as: 16:30, or: the next morning.'),
        title: localized.describe('The scene in a few words, for the timeline.'),
        short: factShape.short,
        text: localized,
        turn: z.enum(['good', 'bad']).optional().describe('Whether things turn for the better or the worse here.'),
        decision: z.strictObject({ ask: localized, choices: z.array(choice).min(2).max(4) }).optional(),
      }),
    )
    .min(2),
  lessons: z.array(fact).min(1),
});
export type CaseBlock = z.infer<typeof schema>;
