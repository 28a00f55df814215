import type { Lang } from '../model/localized.ts';
import type { IntentIndex } from './intent-index.ts';
import { questionSpans, unifyWords } from './language-words.ts';
import { normaliseQuery, normaliseText } from './normalise-text.ts';
import { termsOf, unitsOf } from './text-units.ts';

/** A section of a topic's page that has every word of a query. */
export interface FoundSection {
  topic: number;
  /** Its place on the page. */
  nth: number;
}

/**
 * The sections that have all that `query` asks about, the shortest first: what a short one says, it is about.
 * @param index of sections, each a passage.
 */
export function findSections(
  query: string,
  index: IntentIndex,
  lang: Lang,
  simplified?: ReadonlyMap<string, string>,
): FoundSection[] {
  const text = unifyWords(normaliseQuery(query, simplified), lang);
  const spans = questionSpans(text, lang);
  const matter = spans.reduceRight((rest, [from, to]) => `${rest.slice(0, from)} ${rest.slice(to)}`, text);
  const terms = termsOf(unitsOf(matter.replace(/ +/g, ' ').trim()));
  const [first, ...others] = terms.map((term) => new Set(index.passagesOf(term.text)));
  return [...(first ?? [])]
    .filter((passage) => others.every((passages) => passages.has(passage)))
    .flatMap((passage) => index.places[passage] ?? [])
    .sort((a, b) => a.length - b.length || a.topic - b.topic || a.nth - b.nth);
}

/** How much of a text is shown around what was asked for. */
const AROUND = { before: 16, after: 64 };

/** The part of `text` around the first of it that `query` asks for, on one line; and whether all of it stands there. */
export function excerptOf(text: string, query: string): { excerpt: string; isQuoted: boolean } {
  const line = text.replace(/\s*\n\s*/g, ' ');
  const low = line.normalize('NFKC').toLowerCase();
  const wanted = normaliseQuery(query);
  const whole = low.indexOf(wanted);
  const pieces = wanted.split(' ').flatMap((word) => (/[\u3400-\u9fff]/.test(word) ? pairsOf(word) : [word]));
  const found = pieces.map((piece) => low.indexOf(piece)).filter((at) => at >= 0);
  const at = whole >= 0 ? whole : Math.min(...found, line.length);
  const from = Math.max(0, (at === line.length ? 0 : at) - AROUND.before);
  const excerpt = `${from > 0 ? '…' : ''}${line.slice(from, at + AROUND.after)}${at + AROUND.after < line.length ? '…' : ''}`;
  return { excerpt, isQuoted: wanted.length > 1 && withoutStops(line).includes(withoutStops(query)) };
}

/** Who types a sentence leaves out its stops, or has others: of Chinese letters alone are left, of English words. */
function withoutStops(text: string): string {
  return normaliseText(text).replace(/ (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) /g, '');
}

function pairsOf(word: string): string[] {
  return Array.from({ length: Math.max(1, word.length - 1) }, (_, at) => word.slice(at, at + 2));
}
