import type { Lang } from '../model/localized.ts';
import en from './cards.en.json' with { type: 'json' };
import zh from './cards.zh.json' with { type: 'json' };

type CardTextKey = keyof typeof zh;

const texts: Record<Lang, Record<CardTextKey, string>> = { zh, en };

/** What sheets, checks of cards and the cards command say in `lang`; `{name}` in a text is filled from `values`. */
export function cardTexts(lang: Lang) {
  return (key: CardTextKey, values: Record<string, string | number> = {}): string =>
    texts[lang][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
