import { breakLines, prepareText, type Line, type Span } from './break-lines.ts';
import { PT_PER_MM, type CardSize, type TitleTier } from './card-size.ts';
import type { FaceContent } from './face.ts';
import { placeLine, type Frame, type Placed } from './frame.ts';
import type { TextMeasurer } from './measure-text.ts';

/** A last word shorter than this share of the line above it looks left over. */
const STRANDED = 0.55;

/**
 * Sets the title in the largest tier, up to `largestPt`, in which it fits, and in which no short word is left over where
 * there is one; `overPt` says by how much it never fits.
 */
export function placeTitle(
  face: FaceContent,
  size: CardSize,
  frame: Frame,
  measurer: TextMeasurer,
  largestPt: number,
): { placed: Placed[]; bottomPt: number; overPt: number } {
  const insetPt = size.insetMm.top * PT_PER_MM;
  const widthPt = frame.rightAt(insetPt) - frame.leftPt;
  const span: Span = { text: face.title, weight: 700, tone: 'strong' };
  const text = prepareText([span], face.lang, measurer);
  const set = ({ sizePt }: TitleTier, cutWords: boolean): Line[] =>
    breakLines(text, { sizePt, widthOfLine: () => widthPt, cutWords }, measurer);
  const fits = ({ lines }: TitleTier, broken: Line[]) =>
    broken.length <= lines && broken.every((line) => line.widthPt <= widthPt);
  const [first, ...rest] = size.title
    .filter(({ sizePt }) => sizePt <= largestPt)
    .map((tier) => ({ tier, lines: set(tier, tier === size.title.at(-1)) }));
  if (!first) throw new Error(`Card size ${size.id} has no tier for titles.`);
  const fitting = [first, ...rest].filter(({ tier, lines }) => fits(tier, lines));
  const chosen = fitting.find(({ lines }) => !isStranded(lines)) ?? fitting[0] ?? rest.at(-1) ?? first;
  const linePt = chosen.tier.sizePt * 1.22;
  const allowed = Math.min(chosen.lines.length, chosen.tier.lines);
  const heightPt = chosen.tier.sizePt * 0.96 + (allowed - 1) * linePt;
  // Where nothing else ever stands beside the code, the title stands at its middle.
  const topPt = insetPt + (size.bodyBelowQr && frame.qr ? Math.max(0, (frame.qr.heightPt - heightPt) / 2) : 0);
  return {
    placed: chosen.lines.flatMap((line, index) =>
      // The first line's capitals, not its line box, stand at the top inset.
      placeLine(line, frame.leftPt, topPt + chosen.tier.sizePt * 0.84 + index * linePt, chosen.tier.sizePt),
    ),
    bottomPt: topPt + heightPt,
    overPt: (chosen.lines.length - allowed) * linePt,
  };
}

function isStranded(lines: readonly Line[]): boolean {
  const [above, last] = lines.slice(-2);
  return above !== undefined && last !== undefined && last.isAlone && last.widthPt < above.widthPt * STRANDED;
}
