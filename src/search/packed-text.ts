import { decodeNumbers, encodeNumbers } from './number-text.ts';

/** A long text with the numbers of its letters for the letters: a seventh less to fetch for Chinese, when compressed. */
export interface PackedText {
  /** The commonest first. */
  letters: string;
  text: string;
}

/** Packs `text`, by UTF-16 units. */
export function packText(text: string): PackedText {
  const counts = new Map<string, number>();
  for (const letter of text.split('')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const letters = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([letter]) => letter);
  const numbers = new Map(letters.map((letter, number) => [letter, number]));
  return { letters: letters.join(''), text: encodeNumbers(text.split('').map((letter) => numbers.get(letter) ?? 0)) };
}

/** What `packText` packed. */
export function unpackText({ letters, text }: PackedText): string {
  return decodeNumbers(text)
    .map((number) => letters.charAt(number))
    .join('');
}
