import { z } from 'zod';
import { askableShape } from '../../model/block.ts';
import { fact, factShape } from '../../model/fact.ts';
import { topicId } from '../../model/id.ts';
import { localized } from '../../model/localized.ts';
import { EFFECTS, ENDINGS } from '../../model/scenario.ts';

const choice = z.strictObject({
  id: factShape.id,
  text: localized.describe('What you could do here; plausible, and neither silly nor plainly the best.'),
  outcome: localized.describe('What happens next.'),
  effect: z
    .enum(EFFECTS)
    .default('hurts')
    .describe('What it does to the customer: helps, half (it goes half the way), or hurts. At least one helps.'),
  why: localized.describe('Why it helps or hurts.'),
  topic: topicId.optional().describe('The topic that teaches it.'),
  next: factShape.id.optional().describe('The scene it leads to; left out: the next one.'),
});

const scene = z.strictObject({
  id: factShape.id,
  when: localized.optional().describe('Time or stage, such as: 16:30, or: the next morning.'),
  title: localized.describe('The scene in a few words, for the timeline; of an ending, what came of it.'),
  short: factShape.short,
  text: localized,
  turn: z.enum(['good', 'bad']).optional().describe('Whether things turn for the better or the worse here.'),
  decision: z.strictObject({ ask: localized, choices: z.array(choice).min(2).max(4) }).optional(),
  next: factShape.id
    .optional()
    .describe('The scene that follows where there is nothing to decide; left out: the next one.'),
  ending: z
    .enum(ENDINGS)
    .optional()
    .describe('The story ends here, and how: good, mixed or bad. The last scene ends it in any case.'),
});

/** A story in scenes that stops at real decision points, and what is to be learned from it. */
export const schema = z.strictObject({
  kind: z.literal('case'),
  ...askableShape,
  scenes: z.array(scene).min(2),
  lessons: z.array(fact).min(1),
});
export type CaseBlock = z.infer<typeof schema>;
