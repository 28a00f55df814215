import { z } from 'zod';
import { id } from './id.ts';
import { LANGS, localized } from './localized.ts';

/** First URL segments that the site keeps for itself; no theme, path or topic may take one. */
export const RESERVED_SEGMENTS = [
  'en',
  'api',
  'c',
  'cards',
  'phrases',
  'glossary',
  'index',
  'search',
  'review',
  'onboarding',
  'trainer',
  'about',
  'downloads',
  'new',
  'og',
  'pocket',
] as const;

/** A theme: its place, name and the one hue that its pages, cards and diagrams carry. */
const theme = z.strictObject({
  id,
  title: localized,
  description: localized,
  hue: z.number().min(0).max(360).describe('OKLCH hue in degrees.'),
  chroma: z.number().min(0).max(0.2).default(0.115).describe('OKLCH chroma of the accent on paper.'),
});
export type Theme = z.infer<typeof theme>;

/** `content/site.yaml`: all that another company changes. */
export const site = z.strictObject({
  name: localized,
  tagline: localized.describe('The line over the search box of the home page.'),
  description: localized,
  defaultLang: z.enum(LANGS).describe('The language at / and of messages to the trainer.'),
  address: z.url().optional().describe('Where the site will live, for QR codes; SITE_URL overrides it.'),
  themes: z.array(theme).min(1).describe('In reading order.'),
});
export type Site = z.infer<typeof site>;
