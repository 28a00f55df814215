import type { Lang } from '../model/localized.ts';
import en from './pocket.en.json' with { type: 'json' };
import zh from './pocket.zh.json' with { type: 'json' };

export type PocketTexts = typeof zh;

const texts: Record<Lang, PocketTexts> = { zh, en };

/** What the pages about keeping the site on a device say in `lang`; `{name}` is filled where a text is shown. */
export function pocketTexts(lang: Lang): PocketTexts {
  return texts[lang];
}
