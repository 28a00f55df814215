import { z } from 'zod';
import { id, topicId } from './id.ts';
import { localized } from './localized.ts';
import { ROLES } from './topic.ts';

const minutes = z.int().min(1).max(240);

/** One step of an onboarding path: read a topic, take its card, answer its quiz, fill in a scale, or do something on the job. */
const step = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('read'), id, topic: topicId, minutes }),
  z.strictObject({ do: z.literal('card'), id, card: z.string(), minutes }),
  z.strictObject({ do: z.literal('quiz'), id, topic: topicId, pass: z.number().min(0).max(1), minutes }),
  z.strictObject({ do: z.literal('assess'), id, topic: topicId, block: id, minutes }),
  z.strictObject({ do: z.literal('practise'), id, topic: topicId, block: id, minutes }),
  z.strictObject({ do: z.literal('on-the-job'), id, text: localized, minutes }),
]);

/** `content/paths/<path>.yaml`: an onboarding path, stage by stage. */
export const path = z.strictObject({
  title: localized,
  description: localized,
  role: z.enum(ROLES),
  stages: z
    .array(z.strictObject({ id, title: localized, steps: z.array(step).min(1) }))
    .min(1)
    .describe('Days or stages, in order.'),
});
export type Path = z.infer<typeof path>;

/** Names below `/onboarding/` that its own pages have; no path may take one. */
export const PLAN_SEGMENTS = ['plan', 'done'] as const;
