import type { Lang } from '../model/localized.ts';
import { withoutQuestionWords } from './language-words.ts';
import { normaliseQuery } from './normalise-text.ts';
import { stemWord } from './stem-word.ts';
import { unitsOf } from './text-units.ts';

/** A piece of a text, and whether it is what was asked for. */
export interface TextPart {
  text: string;
  isMarked: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;
const CHINESE = /[\u3400-\u9fff]/;

/** `text` in pieces, those marked that have two neighbouring characters, or the stem of a word, of `query`. */
export function markText(text: string, query: string, lang: Lang): TextPart[] {
  const asked = normaliseQuery(query);
  const units = unitsOf(withoutQuestionWords(asked, lang) || asked);
  const pairs = new Set(
    units.slice(1).flatMap((unit, at) => (unit.isHan && unit.isJoined ? [`${units[at]?.text ?? ''}${unit.text}`] : [])),
  );
  const stems = new Set(units.flatMap((unit) => (unit.isHan ? [] : [stemWord(unit.text)])));
  const marked = Array.from({ length: text.length }, () => false);
  const mark = (from: number, to: number) => marked.fill(true, from, to);
  for (let at = 0; at + 1 < text.length; at += 1) if (pairs.has(text.slice(at, at + 2))) mark(at, at + 2);
  for (const match of text.matchAll(WORD)) {
    const word = match[0].toLowerCase();
    if (word.length > 2 && !CHINESE.test(word) && stems.has(stemWord(word)))
      mark(match.index, match.index + word.length);
  }
  const parts: TextPart[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const last = parts[parts.length - 1];
    const isMarked = marked[at] ?? false;
    if (last?.isMarked === isMarked) last.text += text.charAt(at);
    else parts.push({ text: text.charAt(at), isMarked });
  }
  return parts;
}
