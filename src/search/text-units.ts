import { stemWord } from './stem-word.ts';

/** True for the UTF-16 unit of a Chinese character. */
function isHanCode(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
}

const SPACE = 0x20;

/** What a text is counted in: a Chinese character, or a word of another script. */
export interface Unit {
  text: string;
  isHan: boolean;
  /** True when nothing stands between it and the unit before. */
  isJoined: boolean;
}

/** The units of a text that `normaliseText` made, in order. */
export function unitsOf(normalised: string): Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < normalised.length;) {
    const code = normalised.charCodeAt(at);
    const from = at;
    at += 1;
    if (code === SPACE) continue;
    const isHan = isHanCode(code);
    while (!isHan && at < normalised.length && !isEdge(normalised.charCodeAt(at))) at += 1;
    const isJoined = from > 0 && normalised.charCodeAt(from - 1) !== SPACE;
    units.push({ text: normalised.slice(from, at), isHan, isJoined });
  }
  return units;
}

function isEdge(code: number): boolean {
  return code === SPACE || isHanCode(code);
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
