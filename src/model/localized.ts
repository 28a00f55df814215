import { z } from 'zod';

export { LANGS, type Lang } from './lang.ts';

/** Ten times what any text needs; what is longer was pasted by mistake, and would keep every check and face busy for minutes. */
const MOST_CHARACTERS = 5000;
const MOST_ENTRIES = 1000;

/** A non-empty piece of plain text. Markup in it is shown as typed, never interpreted. */
export const text = z.string().trim().min(1).max(MOST_CHARACTERS);

/** One text in every language, side by side, so that a missing translation is an error on its line. */
export const localized = z
  .strictObject({ zh: text, en: text })
  .describe('The same text in Chinese (zh) and English (en).');
export type Localized = z.infer<typeof localized>;

/** A list of short texts a language, such as aliases; each language has its own list. */
export const localizedList = z.strictObject({
  zh: z.array(text).max(MOST_ENTRIES),
  en: z.array(text).max(MOST_ENTRIES),
});
