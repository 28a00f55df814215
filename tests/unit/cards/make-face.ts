import type { FaceBody, FaceContent, FaceItem } from '../../../src/cards/face.ts';
import type { TextMeasurer } from '../../../src/cards/measure-text.ts';

/** Every Chinese character is an em wide and every other character half an em; there is no glyph for emoji. */
export const fakeMeasurer: TextMeasurer = {
  measure: (text, fontSizePt) =>
    Array.from(text).reduce((sum, character) => sum + (/[\p{Script=Han}，。：“”…]/u.test(character) ? 1 : 0.5), 0) *
    fontSizePt,
  hasGlyph: (character) => !/\p{Extended_Pictographic}/u.test(character),
};

/** Where the ink of a line of text begins and ends: half of a full-width mark is blank, and may lie over another. */
export function inkOf({ text, xPt, widthPt, sizePt }: { text: string; xPt: number; widthPt: number; sizePt: number }) {
  const blank = (mark: RegExp): number => (mark.test(text) ? 0.5 * sizePt : 0);
  return {
    left: xPt + blank(/^[“‘（「『《〈【]/u),
    right: xPt + widthPt - blank(/[，。、：；！？”’）」』》〉】]$/u),
  };
}

/** A list with one statement a group. */
export function listOf(texts: readonly string[], item: Partial<FaceItem> = {}): FaceBody {
  return { layout: 'list', groups: texts.map((text, index) => ({ items: [{ ...item, id: `fact-${index}`, text }] })) };
}

/** A sound face, changed where told. */
export function makeFace(changes: Partial<FaceContent> = {}): FaceContent {
  return {
    lang: 'zh',
    title: '投诉六步',
    body: listOf(['开场', '提问', '听完']),
    foot: { theme: '投诉处理', number: 7, version: 'ab12', reviewed: '2026-11' },
    hue: { hue: 52, chroma: 0.115 },
    ...changes,
  };
}
