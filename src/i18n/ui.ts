import type { Lang } from '../model/localized.ts';
import en from './ui.en.json' with { type: 'json' };
import zh from './ui.zh.json' with { type: 'json' };

export type UiKey = keyof typeof zh;

const texts: Record<Lang, Record<UiKey, string>> = { zh, en };

/** The interface texts in `lang`; `{name}` in a text is filled from `values`. */
export function uiTexts(lang: Lang) {
  return (key: UiKey, values: Record<string, string | number> = {}): string =>
    texts[lang][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
