/** `i'm`, `don’t`: one word, however the apostrophe was typed. */
const APOSTROPHES = /(\p{L})['’ʼ](?=\p{L})/gu;
/** `S-E-R-V-I-C-E`, `s.e.r.v.i.c.e`: letters that spell a word. */
const SPELT = /(^|[^\p{L}\p{N}])([a-z](?:[-.·][a-z])+)(?![\p{L}\p{N}])/gu;
const NO_LETTERS = /[^\p{L}\p{N}]+/gu;

/**
 * `text` as it is indexed and asked for: one width, one case, simplified characters, letters and digits alone with
 * single spaces between. `simplified` maps traditional characters to those that the site uses.
 */
export function normaliseText(text: string, simplified?: ReadonlyMap<string, string>): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(APOSTROPHES, '$1')
    .replace(SPELT, (_, before: string, letters: string) => before + letters.replace(/[^a-z]/g, ''))
    .replace(NO_LETTERS, ' ')
    .trim();
  return simplified ? Array.from(plain, (letter) => simplified.get(letter) ?? letter).join('') : plain;
}

/** Longer than any question; the rest of a pasted page says nothing more about what is wanted. */
const LONGEST = 160;

/** What was typed, normalised. */
export function normaliseQuery(query: string, simplified?: ReadonlyMap<string, string>): string {
  return normaliseText(query.slice(0, LONGEST), simplified);
}
