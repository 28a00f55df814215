import { z } from 'zod';
import { factShape } from '../../model/fact.ts';
import { localized } from '../../model/localized.ts';
import { blockShape } from '../../model/topic.ts';

/** Questions to think over, each with a hint to open when wanted. */
export const schema = z.strictObject({
  kind: z.literal('reflection'),
  ...blockShape,
  prompts: z.array(z.strictObject({ id: factShape.id, text: localized, hint: localized.optional() })).min(1),
});
export type ReflectionBlock = z.infer<typeof schema>;
