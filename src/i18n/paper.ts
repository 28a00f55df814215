import type { Lang } from '../model/localized.ts';
import en from './paper.en.json' with { type: 'json' };
import zh from './paper.zh.json' with { type: 'json' };

type PaperTextKey = keyof typeof zh;
/** A text of the paper; `{name}` in it is filled from `values`. */
export type PaperTexts = (key: PaperTextKey, values?: Record<string, string | number>) => string;

const texts: Record<Lang, Record<PaperTextKey, string>> = { zh, en };

/** What printed quizzes, their downloads and the quiz command say in `lang`. */
export function paperTexts(lang: Lang): PaperTexts {
  return (key, values = {}) =>
    texts[lang][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
