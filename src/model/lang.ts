/** The languages of the site, the default one first. Apart from the schemas, so that browsers need not fetch those. */
export const LANGS = ['zh', 'en'] as const;
export type Lang = (typeof LANGS)[number];
