import type { CardSize } from './card-size.ts';
import type { FaceContent } from './face.ts';
import { fitBody, gradeOf } from './fit-body.ts';
import { frameOf, TITLE_GAP_PT, type BodyArea, type Box, type Frame, type Placed } from './frame.ts';
import type { TextMeasurer } from './measure-text.ts';
import { placeFoot } from './place-foot.ts';
import { placeTitle } from './place-title.ts';
import { measureWords, type FaceWords } from './set-body.ts';

/** A face laid out: what stands where, in reading order, and how well it fills the card. */
export interface FittedFace {
  placed: Placed[];
  /** Where the QR code stands; left out when the face has none. */
  qr?: Box;
  /** Which arrangement and size the body came out in. */
  arrangement: string;
  bodySizePt: number;
  /** Whether every statement stands on one line. */
  isWhole: boolean;
  /** Share of the body's height that is used, 1 when full. */
  fill: number;
  /** How well the body reads, for choosing between layouts of one face; below 0 when it does not fit. */
  grade: number;
  /** How far title and body stand out over their room, in points; 0 when they fit. */
  overPt: number;
}

/** Between body and foot, in points. */
const FOOT_GAP_PT = 5;
/** Statements of this size on one line each need no other place. */
const GOOD_PT = 11;
/** Space left blank under the title is a price for statements in one piece. */
const BELOW_CODE = 0.93;
/** A body smaller than this makes the title give way, down to the second size, if it gains a step by it. */
const SMALL_PT = 9.5;
const STEP_PT = 0.25;
const MODEST_TITLE_PT = 13;

/**
 * Lays a face out on a card: tries every arrangement of its layout in every tier of type, largest first, and takes the
 * one that reads best: large, well filled, statements on one line each where that costs little. The title gives way
 * where the body would come out small. What stands out even in the smallest tier is reported in `overPt`.
 * @param qrModules side of the QR code in modules, when the face has one.
 */
export function fitFace(face: FaceContent, size: CardSize, measurer: TextMeasurer, qrModules?: number): FittedFace {
  const frame = frameOf(size, qrModules);
  const words = measureWords(face, measurer);
  const fit = (titlePt: number) => fitUnder(words, size, frame, titlePt, size.bodyBelowQr);
  const usual = fit(Infinity);
  const modest = usual.overPt > 0 || usual.bodySizePt < SMALL_PT ? fit(MODEST_TITLE_PT) : usual;
  const gains = usual.overPt > 0 || modest.bodySizePt >= usual.bodySizePt + STEP_PT;
  const beside = gains && modest.grade > usual.grade ? modest : usual;
  const isGood = beside.isWhole && beside.bodySizePt >= GOOD_PT;
  if (!frame.qr || size.bodyBelowQr || isGood) return beside;
  // The code makes the first lines short: where that breaks statements or makes them small, they may begin below it.
  const below = fitUnder(words, size, frame, Infinity, true);
  return below.grade * BELOW_CODE > beside.grade ? below : beside;
}

/** The best fit under a title no larger than `titlePt`, and below the code where `bodyBelowQr` says so. */
function fitUnder(words: FaceWords, size: CardSize, frame: Frame, titlePt: number, bodyBelowQr: boolean): FittedFace {
  const { face, measurer } = words;
  const besideCode = bodyBelowQr && frame.qr !== undefined;
  const title = placeTitle(face, size, frame, measurer, { largestPt: titlePt, besideCode });
  const foot = placeFoot(face, size, frame, measurer);
  const clearPt = besideCode && frame.qr ? frame.qr.yPt + frame.qr.heightPt : 0;
  const topPt = Math.max(title.bottomPt, clearPt) + TITLE_GAP_PT;
  const below: Partial<Frame> = clearPt > 0 ? { rightAt: () => frame.rightPt } : {};
  const area: BodyArea = { ...frame, ...below, topPt, bottomPt: foot.topPt - FOOT_GAP_PT };
  const body = fitBody(words, size, area);
  return {
    placed: [...title.placed, ...body.placed, ...foot.placed],
    ...(frame.qr && { qr: frame.qr }),
    arrangement: body.arrangement.name,
    bodySizePt: body.tier.sizePt,
    isWhole: body.overPt === 0 && body.extraLines === 0,
    fill: body.heightPt / (area.bottomPt - area.topPt),
    grade: title.overPt > 0 ? -title.overPt : gradeOf(body, area, size.amplePt),
    overPt: Math.max(0, title.overPt, body.overPt),
  };
}
