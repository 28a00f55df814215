import type { Speak } from './post-terms.ts';

/** Chinese characters by their sound, and traditional ones with their simplified form; made at build time. */
export interface HanData {
  /** For each syllable without tone the characters that may be read so. */
  sounds: Record<string, string>;
  /** Pairs of a traditional character and its simplified form, in a row. */
  simplified: string;
}

export interface HanTable {
  syllables: ReadonlySet<string>;
  soundsOf: (character: string) => readonly string[];
  simplified: ReadonlyMap<string, string>;
}

/** The table as it is looked things up in. */
export function readHanTable({ sounds, simplified }: HanData): HanTable {
  const bySound = new Map<string, string[]>();
  for (const [sound, characters] of Object.entries(sounds)) {
    for (const character of characters) {
      const known = bySound.get(character);
      if (known) known.push(sound);
      else bySound.set(character, [sound]);
    }
  }
  const pairs = Array.from(simplified);
  return {
    syllables: new Set(Object.keys(sounds)),
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
  const isBegun = (piece: string) => [...syllables].some((syllable) => syllable.startsWith(piece));
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
