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
      topic: topicId.optional().describe('The topic that explains it.'),
      linked: z
        .boolean()
        .default(true)
        .describe('Whether topics link to it; false for a word that they use more often in its everyday sense.'),
    }),
  ),
});
export type Glossary = z.infer<typeof glossary>;
