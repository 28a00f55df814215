import { breakLines, prepareText, type Line } from './break-lines.ts';
import { PT_PER_MM, type CardSize } from './card-size.ts';
import type { FaceContent } from './face.ts';
import { placeLine, type Frame, type Placed } from './frame.ts';
import type { TextMeasurer } from './measure-text.ts';

/** Least space between what the foot says on the left and on the right, in em. */
const FOOT_SPACE_EM = 1.2;

/** Sets the small print: where the card belongs on the left, its address on the right, or below where both are long. */
export function placeFoot(
  { foot, lang }: FaceContent,
  size: CardSize,
  frame: Frame,
  measurer: TextMeasurer,
): { placed: Placed[]; topPt: number } {
  const bottomPt = (size.heightMm - size.insetMm.bottom) * PT_PER_MM;
  if (!foot) return { placed: [], topPt: bottomPt };
  const widthPt = frame.rightPt - frame.leftPt;
  const number = String(foot.number).padStart(2, '0');
  const set = (text: string, sizePt: number): Line[] => {
    const prepared = prepareText([{ text, weight: 400, tone: 'soft' }], lang, measurer);
    return breakLines(prepared, { sizePt, widthOfLine: () => Infinity, cutWords: false }, measurer);
  };
  const [left, right] = [[foot.theme, number, foot.version, foot.reviewed].join(' · '), foot.address ?? ''];
  const widthOf = (sizePt: number): number =>
    [...set(left, sizePt), ...set(right, sizePt)].reduce((sum, line) => sum + line.widthPt, FOOT_SPACE_EM * sizePt);
  const sizes = size.footPt[lang];
  const onOneLine = sizes.find((sizePt) => widthOf(sizePt) <= widthPt);
  const sizePt = onOneLine ?? sizes.at(-1) ?? 6.5;
  const baselinePt = bottomPt - sizePt * 0.1;
  const about = set(left, sizePt);
  // An address wider than the card cannot be typed off it; the code still holds it.
  const typed = set(right, sizePt).filter((line) => line.widthPt <= widthPt);
  const isStacked = onOneLine === undefined && typed.length > 0;
  const aboutPt = isStacked ? baselinePt - sizePt * 1.3 : baselinePt;
  return {
    placed: [
      ...about.flatMap((line) => placeLine(line, frame.leftPt, aboutPt, sizePt)),
      ...typed.flatMap((line) =>
        placeLine(line, isStacked ? frame.leftPt : frame.rightPt - line.widthPt, baselinePt, sizePt),
      ),
    ],
    topPt: aboutPt - sizePt,
  };
}
