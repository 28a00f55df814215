import type { Lang } from './localized.ts';

/** A text with its straight English quotation marks and apostrophes as they are printed: `don't` becomes `don’t`. */
export function typographic(text: string, lang: Lang): string {
  if (lang !== 'en') return text;
  return text
    .replace(/(?<=^|[\s([{“‘—–])"/gu, '“')
    .replace(/"/gu, '”')
    .replace(/(?<=^|[\s([{“—–])'(?=\p{Letter})/gu, '‘')
    .replace(/'/gu, '’');
}
