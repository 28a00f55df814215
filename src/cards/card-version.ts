import { hashText } from '../model/hash-text.ts';
import type { Lang } from '../model/localized.ts';
import type { Side } from './face.ts';

/** The words of a card in every language, by side, one line a statement. */
export type CardTexts = Record<Side, Record<Lang, string[]>>;

/** The version of a card: four letters and figures that change when a word on it does, in either language. */
export function cardVersion({ front, back }: CardTexts): string {
  return hashText(JSON.stringify([front.zh, front.en, back.zh, back.en])).slice(-4);
}
