import { stemmer } from 'stemmer';

/** British and American spellings that the stemmer would keep apart. */
const SPELLINGS: readonly [RegExp, string][] = [
  [/is(e|es|ed|ing|er|ers|ation|ations)$/, 'iz$1'],
  [/our(s|ed|ing|al|able|ful|)$/, 'or$1'],
  [/ll(ed|ing|er|ers)$/, 'l$1'],
  [/ence$/, 'ense'],
  [/(wel)lery$/, '$1ry'],
];
/** Too short to have endings, or with endings that are none. */
const SHORT = 4;

/** The stem that the forms of an English word share, British or American; other words stay as they are. */
export function stemWord(word: string): string {
  if (word.length < SHORT || !/^[a-z]+$/.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(SPELLINGS.reduce((form, [ending, other]) => form.replace(ending, other), word));
  stems.set(word, stem);
  return stem;
}

/** Few words make up most texts. */
const stems = new Map<string, string>();
