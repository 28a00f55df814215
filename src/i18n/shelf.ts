import type { Lang } from '../model/localized.ts';
import en from './shelf.en.json' with { type: 'json' };
import zh from './shelf.zh.json' with { type: 'json' };

type ShelfTextKey = keyof typeof zh;

const texts: Record<Lang, Record<ShelfTextKey, string>> = { zh, en };

/** What the shelf of cards and a card's own page say in `lang`; `{name}` in a text is filled from `values`. */
export function shelfTexts(lang: Lang) {
  return (key: ShelfTextKey, values: Record<string, string | number> = {}): string =>
    texts[lang][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
