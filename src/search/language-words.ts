import type { Lang } from '../model/localized.ts';
import { normaliseText } from './normalise-text.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

/** A word of one language among others: anywhere in Chinese, between word ends elsewhere. */
function wordPattern(words: readonly string[], lang: Lang): RegExp {
  const any = [...words].sort((a, b) => b.length - a.length).join('|');
  return new RegExp(lang === 'zh' ? any : `\\b(?:${any})\\b`, 'gu');
}

const QUESTION: Record<Lang, RegExp> = {
  zh: wordPattern(zh.question, 'zh'),
  en: wordPattern(en.question, 'en'),
};
const SPOKEN: Record<Lang, RegExp> = {
  zh: new RegExp(wordPattern(zh.spoken, 'zh'), 'u'),
  en: new RegExp(wordPattern(en.spoken, 'en'), 'u'),
};
const ELSEWHERE: Record<Lang, RegExp> = {
  zh: new RegExp(wordPattern(zh.elsewhere, 'zh'), 'u'),
  en: new RegExp(wordPattern(en.elsewhere, 'en'), 'u'),
};
const SAME: Record<Lang, [RegExp, string][]> = {
  zh: zh.same.map((set) => samePattern(set, 'zh')),
  en: en.same.map((set) => samePattern(set, 'en')),
};

/** The first word of a set, and a pattern of its others. */
function samePattern(set: string, lang: Lang): [RegExp, string] {
  const [first = '', ...others] = set.split('|');
  return [wordPattern(others, lang), first];
}

/** Sets of words that tell of the same matter; each word with the numbers of its sets, by its first letter. */
const ALIKE: Record<Lang, ReadonlyMap<string, readonly AlikeWord[]>> = {
  zh: byBeginning(zh.alike),
  en: byBeginning(en.alike),
};
interface AlikeWord {
  word: string;
  sets: number[];
}

function byBeginning(sets: readonly string[]): Map<string, AlikeWord[]> {
  const words = new Map<string, AlikeWord>();
  for (const [number, set] of sets.entries()) {
    for (const word of set.split('|')) words.set(word, { word, sets: [...(words.get(word)?.sets ?? []), number] });
  }
  const begun = new Map<string, AlikeWord[]>();
  for (const entry of words.values()) {
    const start = entry.word.charAt(0);
    begun.set(start, [...(begun.get(start) ?? []), entry]);
  }
  return begun;
}

/** A normalised text with words that mean the same here (guest, resident: customer) made one. */
export function unifyWords(normalised: string, lang: Lang): string {
  return SAME[lang].reduce((text, [pattern, word]) => text.replace(pattern, word), normalised);
}

/** Where in a normalised text words of asking stand, that say nothing of what is asked about. */
export function questionSpans(normalised: string, lang: Lang): [number, number][] {
  return [...normalised.matchAll(QUESTION[lang])].map((match) => [match.index, match.index + match[0].length]);
}

/**
 * True when a text whose words were made one names those whom the site is about, its first set of same words, or is what
 * they say to those who serve them.
 */
export function speaksOfCustomers(unified: string, lang: Lang): boolean {
  return SPOKEN[lang].test(unified) || SAME[lang].slice(0, 1).some(([, word]) => unified.includes(word));
}

/** True when a normalised text has a word of everyday matters that are none of this site's: weather, recipes, football. */
export function isEveryday(normalised: string, lang: Lang): boolean {
  return ELSEWHERE[lang].test(normalised);
}

/** What is left of a text, normalised, without the words of asking. */
export function withoutQuestionWords(text: string, lang: Lang): string {
  return normaliseText(text).replace(QUESTION[lang], ' ').replace(/ +/g, ' ').trim();
}

/** Where in a normalised text words stand that have others like them, and the numbers of the sets they are in. */
export function alikeWords(normalised: string, lang: Lang): { from: number; to: number; sets: readonly number[] }[] {
  const isEdge = (at: number) => lang === 'zh' || at === normalised.length || normalised[at] === ' ';
  const found: { from: number; to: number; sets: readonly number[] }[] = [];
  for (let from = 0; from < normalised.length; from += 1) {
    if (from > 0 && !isEdge(from - 1)) continue;
    for (const { word, sets } of ALIKE[lang].get(normalised.charAt(from)) ?? []) {
      const to = from + word.length;
      if (normalised.startsWith(word, from) && isEdge(to)) found.push({ from, to, sets });
    }
  }
  return found;
}
