import type { Lang } from '../model/localized.ts';
import en from '../i18n/diagrams.en.json' with { type: 'json' };
import zh from '../i18n/diagrams.zh.json' with { type: 'json' };

export type DiagramTextKey = keyof typeof zh;

const texts: Record<Lang, Record<DiagramTextKey, string>> = { zh, en };

/** The words that diagrams and their mistakes use in `lang`; `{name}` in a text is filled from `values`. */
export function diagramTexts(lang: Lang) {
  return (key: DiagramTextKey, values: Record<string, string> = {}): string =>
    texts[lang][key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
