import { decodeNumbers, encodeNumbers } from './number-text.ts';
import type { Speak } from './post-terms.ts';

/** Chinese characters with how they sound, and traditional ones with their simplified form; made at build time. */
export interface HanData {
  /** The syllables without tone, the commonest first, with single spaces between. */
  syllables: string;
  /** The characters in order, as the distances from one to the next. */
  characters: string;
  /** For each character its syllables by number, doubled, with one more when another follows. */
  sounds: string;
  /** Pairs of a traditional character and its simplified form, in a row. */
  simplified: string;
}

export interface HanTable {
  syllables: ReadonlySet<string>;
  soundsOf: (character: string) => readonly string[];
  simplified: ReadonlyMap<string, string>;
}

/** Puts `sounds`, the syllables of each character, and the traditional characters into the table's form. */
export function packHanData(sounds: ReadonlyMap<string, readonly string[]>, simplified: string): HanData {
  const counts = new Map<string, number>();
  for (const syllable of [...sounds.values()].flat()) counts.set(syllable, (counts.get(syllable) ?? 0) + 1);
  const syllables = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([syllable]) => syllable);
  const numbers = new Map(syllables.map((syllable, number) => [syllable, number]));
  const characters = [...sounds.keys()].sort();
  const codes = characters.map((character) => character.charCodeAt(0));
  return {
    syllables: syllables.join(' '),
    characters: encodeNumbers(codes.map((code, at) => code - (codes[at - 1] ?? 0))),
    sounds: encodeNumbers(
      characters.flatMap((character) =>
        (sounds.get(character) ?? []).map(
          (syllable, at, all) => 2 * (numbers.get(syllable) ?? 0) + (at < all.length - 1 ? 1 : 0),
        ),
      ),
    ),
    simplified,
  };
}

/** The table as it is looked things up in. */
export function readHanTable({ syllables, characters, sounds, simplified }: HanData): HanTable {
  const names = syllables.split(' ');
  const numbers = decodeNumbers(sounds);
  const bySound = new Map<string, string[]>();
  let code = 0;
  let at = 0;
  for (const gap of decodeNumbers(characters)) {
    code += gap;
    const own: string[] = [];
    let number: number;
    do {
      number = numbers[at++] ?? 0;
      own.push(names[number >> 1] ?? '');
    } while (number % 2 === 1);
    bySound.set(String.fromCharCode(code), own);
  }
  const pairs = Array.from(simplified);
  return {
    syllables: new Set(names),
    soundsOf: (character) => bySound.get(character) ?? [],
    simplified: new Map(
      pairs.flatMap((character, at): [string, string][] => (at % 2 === 0 ? [[character, pairs[at + 1] ?? '']] : [])),
    ),
  };
}

const RUNS = /[\u3400-\u9fff]+/g;

/** Speaks texts as the table reads their characters. */
export function speakerOf({ soundsOf }: HanTable): Speak {
  return (text) => (text.match(RUNS) ?? []).map((run) => Array.from(run, soundsOf));
}

const LONGEST_SYLLABLE = 6;

/**
 * Typed pinyin cut into the fewest syllables; the last one may be only begun when more may be typed. Undefined when it
 * is no pinyin.
 */
export function cutSyllables(
  word: string,
  syllables: ReadonlySet<string>,
  isTyping: boolean,
): { syllables: string[]; isBegun: boolean } | undefined {
  const whole = fewest(word, syllables, false);
  const found = whole ?? (isTyping ? fewest(word, syllables, true) : undefined);
  return found && { syllables: found, isBegun: whole === undefined };
}

function fewest(word: string, syllables: ReadonlySet<string>, mayEndBegun: boolean): string[] | undefined {
  const best: (string[] | undefined)[] = [[]];
  const isBegun = (piece: string) => {
    for (const syllable of syllables) if (syllable.startsWith(piece)) return true;
    return false;
  };
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start += 1) {
      const before = best[start];
      const piece = word.slice(start, end);
      const isEnd = mayEndBegun && end === word.length && start > 0;
      if (!before || !(syllables.has(piece) || (isEnd && isBegun(piece)))) continue;
      const known = best[end];
      if (!known || before.length + 1 < known.length) best[end] = [...before, piece];
    }
  }
  return best[word.length];
}
