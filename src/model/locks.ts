import { z } from 'zod';

const cardVersion = z.strictObject({
  hash: z
    .string()
    .regex(/^[0-9a-z]{4}$/)
    .describe('The version in the QR code.'),
  reviewed: z.iso.date(),
  front: z.record(z.string(), z.array(z.string())).describe('Face texts by language, in reading order.'),
  back: z.record(z.string(), z.array(z.string())),
});

/** `content/permalinks.lock`: what has been published. Only appended to, by `npm run publish:lock`. */
export const permalinks = z.strictObject({
  ids: z.array(z.string()).default([]).describe('Ids of topics, facts, cards and questions.'),
  urls: z.array(z.string()).default([]).describe('Root-relative, Chinese; English stands at /en in front of each.'),
  cards: z
    .array(z.strictObject({ number: z.int().min(1), id: z.string(), versions: z.array(cardVersion) }))
    .default([])
    .describe('Numbers are never reused.'),
  redirects: z.record(z.string(), z.string()).default({}).describe('Old id or URL → where it lives now.'),
});
export type Permalinks = z.infer<typeof permalinks>;

/**
 * `content/translations.lock`: for each text that was made from another (English from Chinese, `short` from the full
 * text), the hashes of both when it was last confirmed. It is behind when only the original has changed since.
 */
export const translations = z.strictObject({
  texts: z.record(z.string(), z.strictObject({ from: z.string(), made: z.string() })).default({}),
});
export type Translations = z.infer<typeof translations>;
