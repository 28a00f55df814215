import { z } from 'zod';
import { id } from './id.ts';
import { localized } from './localized.ts';

/** `content/curriculum.yaml`: ids and titles of the facts that must be taught, by theme. */
export const curriculum = z.strictObject({
  facts: z.array(z.strictObject({ id, theme: id, title: localized })),
});
export type Curriculum = z.infer<typeof curriculum>;
