import { breakLines, prepareText, type Line, type Span } from './break-lines.ts';
import { PT_PER_MM, type CardSize, type TitleTier } from './card-size.ts';
import type { FaceContent } from './face.ts';
import { placeLine, type Frame, type Placed } from './frame.ts';
import type { TextMeasurer } from './measure-text.ts';

/** A word alone, shorter than this share of the line beside it, looks left over. */
const STRANDED = 0.55;
/** Beside the code a title is broken in two, if the lines part well, for type larger by so many points. */
const WORTH_A_LINE_PT = 3;

/**
 * Sets the title in the largest tier, up to `largestPt`, in which it fits, and in which no short word is left over where
 * there is one; `overPt` says by how much it never fits.
 * @param besideCode whether nothing but the title stands beside the QR code.
 */
export function placeTitle(
  face: FaceContent,
  size: CardSize,
  frame: Frame,
  measurer: TextMeasurer,
  { largestPt, besideCode }: { largestPt: number; besideCode: boolean },
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
  const whole = fitting.filter(({ lines }) => !isStranded(lines));
  const worthPt = (whole[0]?.tier.sizePt ?? 0) + WORTH_A_LINE_PT;
  const larger = whole.find(({ tier, lines }) => besideCode && tier.sizePt >= worthPt && partWell(lines));
  const chosen = larger ?? whole[0] ?? fitting[0] ?? rest.at(-1) ?? first;
  const linePt = chosen.tier.sizePt * 1.22;
  const allowed = Math.min(chosen.lines.length, chosen.tier.lines);
  const heightPt = chosen.tier.sizePt * 0.96 + (allowed - 1) * linePt;
  const topPt = insetPt + (besideCode && frame.qr ? Math.max(0, (frame.qr.heightPt - heightPt) / 2) : 0);
  return {
    placed: chosen.lines.flatMap((line, index) =>
      // The first line's capitals, not its line box, stand at the top inset.
      placeLine(line, frame.leftPt, topPt + chosen.tier.sizePt * 0.84 + index * linePt, chosen.tier.sizePt),
    ),
    bottomPt: topPt + heightPt,
    overPt: (chosen.lines.length - allowed) * linePt,
  };
}

function partWell(lines: readonly Line[]): boolean {
  return lines.every(({ strain }) => strain === 0);
}

/** Whether the first or the last of two lines is a short word alone. */
function isStranded([first, second]: readonly Line[]): boolean {
  if (!first || !second) return false;
  const [alone, other] = second.isAlone ? [second, first] : [first, second];
  return alone.isAlone && alone.widthPt < other.widthPt * STRANDED;
}
