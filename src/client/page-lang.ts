import type { Lang } from '../model/localized.ts';

/** The language of the page at hand. */
export function pageLang(): Lang {
  return document.documentElement.lang === 'en' ? 'en' : 'zh';
}
