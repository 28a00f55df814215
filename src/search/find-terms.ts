import type { Lang } from '../model/localized.ts';

/** A name to be found in prose, and what it stands for. */
export interface Term {
  id: string;
  name: string;
}

/** Where in a text a term stands: from `start` up to, but not with, `end`. */
export interface FoundTerm {
  id: string;
  start: number;
  end: number;
}

/** What stands between marks of quotation: words spoken of, the titles of pages and works. */
const QUOTED = /[“‘《]([^“”‘’《》]+)[”’》]/g;

/**
 * Finds `terms` in a text, from left to right, the longest first where several begin: in Chinese as they are written,
 * in English as whole words in either case and number. In quotation marks a term is found only when it stands there
 * alone, since a longer quotation is somebody's words or the name of a page.
 */
export function termFinder(terms: readonly Term[], lang: Lang): (text: string) => FoundTerm[] {
  const ids = new Map(terms.flatMap(({ id, name }) => formsOf(name, lang).map((form) => [form, id])));
  const forms = [...ids.keys()].sort((a, b) => b.length - a.length);
  if (forms.length === 0) return () => [];
  const pattern = patternOf(forms, lang);
  return (text) => {
    const quoted = [...text.matchAll(QUOTED)].map(({ index, 0: whole }) => ({
      start: index + 1,
      end: index + whole.length - 1,
    }));
    return [...text.matchAll(pattern)].flatMap(({ index, 0: words }) => {
      const found = { id: ids.get(normalized(words)) ?? '', start: index, end: index + words.length };
      const around = quoted.find(({ start, end }) => start <= found.start && found.end <= end);
      return around && (around.start < found.start || found.end < around.end) ? [] : [found];
    });
  };
}

function patternOf(forms: readonly string[], lang: Lang): RegExp {
  const words = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  if (lang === 'zh') return new RegExp(words, 'gu');
  const loose = words.replaceAll(' ', '\\s+').replaceAll('-', '[-–]').replaceAll("'", "['’]");
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${loose})(?![\\p{L}\\p{N}]|-\\p{L})`, 'giu');
}

/** How a term may be written: in English also in the other number. */
function formsOf(name: string, lang: Lang): string[] {
  const form = normalized(name);
  if (lang === 'zh') return [form];
  // “moment of truth” changes its first noun, any other name its last.
  const [, head = form, rest = ''] = /^(.+?)( of .+)?$/.exec(form) ?? [];
  return [form, `${pluralOf(head)}${rest}`, ...(/[^s]s$/.test(head) ? [`${head.slice(0, -1)}${rest}`] : [])];
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** Case, line breaks and the shape of dash and apostrophe do not tell two names apart. */
function normalized(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').replaceAll('–', '-').replaceAll('’', "'");
}
