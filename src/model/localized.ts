import { z } from 'zod';

export { LANGS, type Lang } from './lang.ts';

/** A non-empty piece of plain text. Markup in it is shown as typed, never interpreted. */
export const text = z.string().trim().min(1);

/** One text in every language, side by side, so that a missing translation is an error on its line. */
export const localized = z
  .strictObject({ zh: text, en: text })
  .describe('The same text in Chinese (zh) and English (en).');
export type Localized = z.infer<typeof localized>;

/** A list of short texts a language, such as aliases; each language has its own list. */
export const localizedList = z.strictObject({ zh: z.array(text), en: z.array(text) });
