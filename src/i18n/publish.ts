import type { Lang } from '../model/localized.ts';
import en from './publish.en.json' with { type: 'json' };
import zh from './publish.zh.json' with { type: 'json' };

type PublishTextKey = keyof typeof zh;

const texts: Record<Lang, Record<PublishTextKey, string>> = { zh, en };

/** What the command says that sends the site to a store, in `lang`; `{name}` in a text is filled from `values`. */
export function publishTexts(lang: Lang) {
  return (key: PublishTextKey, values: Record<string, string | number> = {}): string =>
    texts[lang][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
