import type { Lang } from '../model/localized.ts';
import en from './search.en.json' with { type: 'json' };
import zh from './search.zh.json' with { type: 'json' };

/** What the search says around its hits. */
export type SearchTexts = typeof zh;

/** The texts of the search in `lang`, for pages that show them before their scripts come. */
export function searchTexts(lang: Lang): SearchTexts {
  return { zh, en }[lang];
}
