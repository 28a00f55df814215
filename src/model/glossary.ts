import { z } from 'zod';
import { id, topicId } from './id.ts';
import { localized, localizedList, text } from './localized.ts';

/** `content/glossary.yaml`: the house terms. */
export const glossary = z.strictObject({
  terms: z.array(
    z.strictObject({
      id,
      term: localized,
      definition: localized,
      synonyms: localizedList.optional(),
      pinyin: text.optional().describe('Where the tool errs: tone-less syllables, spaced, such as “chong fu”.'),
      topic: topicId.optional(),
    }),
  ),
});
export type Glossary = z.infer<typeof glossary>;
