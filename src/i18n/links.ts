import type { Lang } from '../model/localized.ts';
import en from './links.en.json' with { type: 'json' };
import zh from './links.zh.json' with { type: 'json' };

type LinkKey = keyof typeof zh;

const texts: Record<Lang, Record<LinkKey, string>> = { zh, en };

/** What programs, chats and search engines are told, in `lang`; `{name}` in a text is filled from `values`. */
export function linkTexts(lang: Lang) {
  return (key: LinkKey, values: Record<string, string | number> = {}): string =>
    texts[lang][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
