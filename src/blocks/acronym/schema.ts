import { z } from 'zod';
import { askableShape } from '../../model/block.ts';
import { factShape, reasons } from '../../model/fact.ts';
import { localized, text } from '../../model/localized.ts';

/** Letters that stand for words. */
export const schema = z.strictObject({
  kind: z.literal('acronym'),
  ...askableShape,
  letters: z
    .array(
      z.strictObject({
        id: factShape.id,
        letter: text.max(2),
        word: text.optional().describe('The English word behind the letter, the same in both languages.'),
        title: localized,
        short: factShape.short,
        text: localized.optional(),
        ...reasons,
      }),
    )
    .min(2),
});
export type AcronymBlock = z.infer<typeof schema>;
