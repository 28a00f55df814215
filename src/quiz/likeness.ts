import { LANGS, type Lang, type Localized } from '../model/localized.ts';

/** English words from this length on say something of what a sentence is about. */
const TELLING_LETTERS = 5;

/** Share of letter pairs that two Chinese texts have in common, from 0 to 1, measured by the shorter one. */
export function likeness(a: string, b: string): number {
  const [one, two] = [pairsOf(a), pairsOf(b)];
  const shared = [...one].filter((pair) => two.has(pair)).length;
  return shared / Math.max(1, Math.min(one.size, two.size));
}

/** Share of words that two texts have in common in one language, from 0 to 1, measured by the one with fewer. */
export function affinity(a: Localized, b: Localized, lang: Lang): number {
  const [one, two] = [wordsIn(a, lang), wordsIn(b, lang)];
  const shared = [...one].filter((word) => two.has(word)).length;
  return shared / Math.max(1, Math.min(one.size, two.size));
}

/** Whether two texts have a word in common: in Chinese two letters in a row, in English the stem of a longer word. */
export function sharesWords(a: Localized, b: Localized): Record<(typeof LANGS)[number], boolean> {
  return {
    zh: [...wordsIn(a, 'zh')].some((word) => wordsIn(b, 'zh').has(word)),
    en: [...wordsIn(a, 'en')].some((word) => wordsIn(b, 'en').has(word)),
  };
}

/**
 * For each name whether `text`, in either language, contains it, or a word that stands in this name and in no other:
 * such a text gives the name away. An empty name cannot be given away.
 */
export function namesGivenAway(text: Localized, names: readonly Localized[]): boolean[] {
  return names.map((name) =>
    LANGS.some((lang) => {
      const said = wordsIn(text, lang);
      const others = names.filter((other) => other !== name).map((other) => wordsIn(other, lang));
      return (
        (name[lang] !== '' && text[lang].toLowerCase().includes(name[lang].toLowerCase())) ||
        [...wordsIn(name, lang)].some((word) => said.has(word) && !others.some((other) => other.has(word)))
      );
    }),
  );
}

function pairsOf(text: string): Set<string> {
  const letters = text.replace(/[\s\p{P}]/gu, '');
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)));
}

/** A text is compared with many others. */
const known = new Map<string, Set<string>>();

function wordsIn(text: Localized, lang: Lang): Set<string> {
  const found = known.get(text[lang]) ?? findWords(text[lang]);
  known.set(text[lang], found);
  return found;
}

function findWords(text: string): Set<string> {
  const hundreds = /一百|hundred|(?<!\d)100(?!\d)/i.test(text) ? ['100'] : [];
  const latin = text.toLowerCase().match(/\p{Script=Latin}+/gu) ?? [];
  const stems = latin.filter(({ length }) => length >= TELLING_LETTERS).map((word) => word.slice(0, TELLING_LETTERS));
  const han = text.match(/\p{Script=Han}+/gu) ?? [];
  return new Set([...hundreds, ...stems, ...han.flatMap((run) => [...pairsOf(run)])]);
}
