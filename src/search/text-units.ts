import { stemWord } from './stem-word.ts';

const HAN = /[\u3400-\u9fff\uf900-\ufaff]/u;
const PIECES = /[\u3400-\u9fff\uf900-\ufaff]|[^\s\u3400-\u9fff\uf900-\ufaff]+/gu;

/** What a text is counted in: a Chinese character, or a word of another script. */
export interface Unit {
  text: string;
  isHan: boolean;
  /** True when nothing stands between it and the unit before. */
  isJoined: boolean;
}

/** The units of a text that `normaliseText` made, in order. */
export function unitsOf(normalised: string): Unit[] {
  return [...normalised.matchAll(PIECES)].map((match) => ({
    text: match[0],
    isHan: HAN.test(match[0]),
    isJoined: match.index > 0 && normalised[match.index - 1] !== ' ',
  }));
}

/** A term of the index, and the units that it stands for, `from` to before `to`. */
export interface Term {
  text: string;
  from: number;
  to: number;
}

/** The terms of `units`: each pair of neighbouring Chinese characters, a lone one by itself, the stem of each word. */
export function termsOf(units: readonly Unit[]): Term[] {
  return units.flatMap(({ text, isHan, isJoined }, at): Term[] => {
    if (!isHan) return [{ text: stemWord(text), from: at, to: at + 1 }];
    const before = units[at - 1];
    const after = units[at + 1];
    if (before?.isHan && isJoined) return [{ text: before.text + text, from: at - 1, to: at + 1 }];
    return after?.isHan && after.isJoined ? [] : [{ text, from: at, to: at + 1 }];
  });
}
