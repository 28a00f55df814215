import type { Lang } from '../model/localized.ts';
import { ALIKE_MARK } from './post-terms.ts';
import { alikeWords, unifyWords, withoutQuestionWords } from './language-words.ts';
import { termsOf, unitsOf } from './text-units.ts';

/**
 * Which terms stand in the wordings of which topics: pairs, hashed into a range of `SPREAD` times their number, as the
 * distances from one to the next (a Golomb-coded set, Rice parameter `RICE`). Weighs a third less than the wordings,
 * compressed, and takes a pair that is none for one once in `SPREAD` times.
 */
export interface PackedWordings {
  /** How many pairs there are. */
  pairs: number;
  /** Their distances, bit by bit, in base 64. */
  bits: string;
}

/** The groups of wordings that have `term`, by number. */
export type WordingsOf = (term: string) => readonly number[];

const SPREAD = 256;
const RICE = 7;

/** The terms of wordings: pairs of characters or stems, and the sets of words that tell of the same matter. */
export function wordingTerms(wordings: readonly string[], lang: Lang): Set<string> {
  const terms = wordings.flatMap((wording) => {
    const text = unifyWords(withoutQuestionWords(wording, lang), lang);
    const sets = alikeWords(text, lang).flatMap((word) => word.sets.map((number) => `${ALIKE_MARK}${number}`));
    return [...termsOf(unitsOf(text)).map((term) => term.text), ...sets];
  });
  return new Set(terms);
}

/** Packs the terms of groups of wordings: a group a topic, and one for what is asked of other subjects. */
export function packWordings(groups: readonly ReadonlySet<string>[]): PackedWordings {
  const pairs = groups.reduce((sum, terms) => sum + terms.size, 0);
  const hashed = groups.flatMap((terms, group) => [...terms].map((term) => placeOf(hashTerm(term), group, pairs)));
  const places = [...new Set(hashed)].sort((a, b) => a - b);
  const bits: number[] = [];
  places.forEach((place, index) => {
    const step = place - (places[index - 1] ?? 0);
    for (let rest = step >> RICE; rest > 0; rest -= 1) bits.push(1);
    bits.push(0);
    for (let bit = RICE - 1; bit >= 0; bit -= 1) bits.push((step >> bit) & 1);
  });
  const bytes = Array.from({ length: Math.ceil(bits.length / 8) }, (_, byte) =>
    // A last byte is filled up with ones, which begin no distance that ends.
    Array.from({ length: 8 }, (_, bit) => bits[byte * 8 + bit] ?? 1).reduce((sum, bit) => sum * 2 + bit, 0),
  );
  return { pairs, bits: btoa(bytes.map((byte) => String.fromCharCode(byte)).join('')) };
}

/** What `packWordings` packed of `groups` groups. */
export function readWordings({ pairs, bits }: PackedWordings, groups: number): WordingsOf {
  const bytes = atob(bits);
  const places = new Set<number>();
  let at = 0;
  const end = bytes.length * 8;
  const next = (): number => {
    const bit = (bytes.charCodeAt(at >> 3) >> (7 - (at & 7))) & 1;
    at += 1;
    return bit;
  };
  let place = 0;
  while (at < end) {
    let step = 0;
    while (at < end && next() === 1) step += 1;
    if (at + RICE > end) break;
    for (let bit = 0; bit < RICE; bit += 1) step = step * 2 + next();
    place += step;
    places.add(place);
  }
  return (term) => {
    const hash = hashTerm(term);
    const found: number[] = [];
    for (let group = 0; group < groups; group += 1) if (places.has(placeOf(hash, group, pairs))) found.push(group);
    return found;
  };
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashTerm(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return hash;
}

/** Mixes a term's hash with a group (the finisher of MurmurHash3) and scales it down to the range. */
function placeOf(hash: number, group: number, pairs: number): number {
  let mixed = Math.imul(hash ^ Math.imul(group + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return Math.floor(((mixed >>> 0) / 2 ** 32) * pairs * SPREAD);
}
