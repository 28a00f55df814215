import type { Lang } from '../model/localized.ts';
import en from './review.en.json' with { type: 'json' };
import zh from './review.zh.json' with { type: 'json' };

export type ReviewTexts = typeof zh;

const texts: Record<Lang, ReviewTexts> = { zh, en };

/** What the pages of review and exam say in `lang`. */
export function reviewTexts(lang: Lang): ReviewTexts {
  return texts[lang];
}
