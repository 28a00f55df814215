import type { Lang } from '../model/localized.ts';
import en from './exports.en.json' with { type: 'json' };
import zh from './exports.zh.json' with { type: 'json' };
import quizEn from './quiz.en.json' with { type: 'json' };
import quizZh from './quiz.zh.json' with { type: 'json' };

type ExportTextKey = keyof typeof zh;

const texts: Record<Lang, Record<ExportTextKey, string>> = { zh, en };

/** What exported questions say beside their own words, in `lang`; `{name}` in a text is filled from `values`. */
export function exportTexts(lang: Lang) {
  return (key: ExportTextKey, values: Record<string, string | number> = {}): string =>
    texts[lang][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** What a quiz says around its questions, in `lang`. */
export function quizTexts(lang: Lang) {
  return { zh: quizZh.ui, en: quizEn.ui }[lang];
}

const LABELS = { zh: quizZh.labels, en: quizEn.labels };

/** The words on the two options of a question that is plainly true or false. */
export function trueFalseLabels(lang: Lang): { true: string; false: string } {
  return LABELS[lang];
}
