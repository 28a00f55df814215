import zh from '../i18n/quiz.zh.json' with { type: 'json' };
import en from '../i18n/quiz.en.json' with { type: 'json' };
import { LANGS, type Lang, type Localized } from '../model/localized.ts';
import { asPhrase, fillTemplate, quoted } from './fill-template.ts';
import { seedOf } from './rank-by-seed.ts';

const texts = { zh, en };

export type StemKey = keyof typeof zh.stems;
export type ReasonKey = keyof typeof zh.reasons;
export type LabelKey = keyof typeof zh.labels;
export type QuizTexts = typeof zh.ui;
type Values = Record<string, Localized>;

/** What the element and its page say, in `lang`. */
export function quizTexts(lang: Lang): QuizTexts {
  return texts[lang].ui;
}

/** The stem of a question: one of the pattern's wordings, the same one in both languages, chosen by the question's id. */
export function stemWording(key: StemKey, id: string, values: Values): Localized {
  return inEachLanguage((lang) => {
    const wordings = texts[lang].stems[key];
    return fillTemplate(wordings[seedOf(id) % wordings.length] ?? '', valuesIn(lang, values));
  });
}

/** The reason on an option, made around a fact's `why` or `harm`. */
export function reasonWording(key: ReasonKey, values: Values): Localized {
  return inEachLanguage((lang) => fillTemplate(texts[lang].reasons[key], valuesIn(lang, values)));
}

/** The words of an answer that is the same for many questions, such as “true”. */
export function labelWording(key: LabelKey): Localized {
  return inEachLanguage((lang) => texts[lang].labels[key]);
}

/** What stems call a block, in quotation marks: the topic's title, and the block's where it says more. */
export function placeWording(topic: Localized, block: Localized): Localized {
  return inEachLanguage((lang) =>
    topic[lang].includes(block[lang])
      ? quoted(topic[lang])
      : fillTemplate(texts[lang].place, { topic: topic[lang], block: block[lang] }),
  );
}

/** What stems call a letter: itself, and the word behind it where there is one. */
export function letterWording(letter: string, word: string | undefined): Localized {
  return inEachLanguage((lang) => (word ? fillTemplate(texts[lang].letter, { letter, word }) : letter));
}

/** A situation with the words that are said in it. */
export function situationWording(when: Localized, words: Localized): Localized {
  return inEachLanguage((lang) => fillTemplate(texts[lang].situation, { when: when[lang], words: words[lang] }));
}

/** A trait with the facet that it tells. */
export function facetWording(facet: Localized, trait: Localized): Localized {
  return inEachLanguage((lang) => fillTemplate(texts[lang].facet, { facet: facet[lang], trait: trait[lang] }));
}

/** What a title is called in passing: the part before its colon. */
export function nameOfTitle(title: Localized): Localized {
  return mapText(title, (text) => text.split(/：|: /)[0] ?? text);
}

/** A situation as a stem tells it, without the word in brackets at its end that files it for trainers. */
export function situationOf(when: Localized): Localized {
  return mapText(when, (text) => asPhrase(text).replace(/ ?[（(][^（）()]*[）)]$/, ''));
}

/** Whether a text opens with a short label before a colon, such as “Stride: …”. */
export function hasLabel(text: string): boolean {
  return LABEL.test(text);
}

/**
 * The text without such a label, where both languages have one and what follows says what is done: among options that
 * have none it would give an option away.
 */
export function withoutLabel(text: Localized): Localized {
  const rests = mapText(text, (words) => words.replace(LABEL, ''));
  const canStand = LANGS.every((lang) => rests[lang] !== text[lang] && !/^“|[？?]$/.test(rests[lang]));
  return canStand ? mapText(rests, (rest) => rest.charAt(0).toUpperCase() + rest.slice(1)) : text;
}

/** Up to four Chinese characters, or up to two English words, before a colon. */
const LABEL = /^(?:\p{Script=Han}{1,4}：|[\p{Script=Latin}-]+(?: [\p{Script=Latin}-]+)?: )/u;

/** `change` applied to both languages of a text. */
export function mapText(text: Localized, change: (text: string) => string): Localized {
  return inEachLanguage((lang) => change(text[lang]));
}

/** The text that `make` gives for each language. */
export function inEachLanguage(make: (lang: Lang) => string): Localized {
  return { zh: make('zh'), en: make('en') };
}

function valuesIn(lang: Lang, values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value[lang]]));
}
