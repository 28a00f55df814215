import { arrangements } from './arrangements.ts';
import type { CardSize } from './card-size.ts';
import type { BodyArea } from './frame.ts';
import { setBody, type FaceWords, type SetBody, type Setter } from './set-body.ts';

/** Type smaller than this share of what is ample gets harder to read with every half point. */
const COMFORTABLE = 0.7;
/** Less of the body's height than this, and the face looks unfinished. */
const WELL_FILLED = 0.8;
/** A face that is less full with the usual air is spread out, with so much more of it. */
const FULL = 0.95;
const SPREAD = 2;
/** Names that run into their text, instead of standing in a column, make a face harder to look something up on. */
const RAGGED = 0.8;
/** How much larger type has to be before statements run over several lines for it: at all, and when each has one more. */
const RUN_OVER = { atAll: 0.1, each: 0.24 };
/** Of fewer statements than this, a line more each is no more to take in. */
const FEW = 4;
/** Statements further apart than this, in em, look strewn over the card; with hairlines between them, later. */
const STREWN = { fromEm: 0.8, ruledFromEm: 1.3, eachEm: 0.12 };

/** Sets the statements of a face in the arrangement and tier that read best in the area; the smallest when none fits. */
export function fitBody(words: FaceWords, size: CardSize, area: BodyArea): SetBody {
  const setter: Setter = { ...words, area, smallest: size.body.at(-1) };
  const { amplePt } = size;
  let best: SetBody | undefined;
  let bestGrade = -Infinity;
  const offer = (body: SetBody): void => {
    // Air can only fill the face; when even a full one would not do, there is no need to try.
    if (best && body.overPt === 0 && gradeFilled(body, 1, amplePt) <= bestGrade) return;
    const aired = airOut(setter, body);
    const grade = gradeOf(aired, area, amplePt);
    if (grade > bestGrade) [best, bestGrade] = [aired, grade];
  };
  for (const arrangement of arrangements(words.face.body)) {
    let fewestExtra = Infinity;
    for (const tier of size.body) {
      // Tiers only get smaller from here: none of them can beat what is found already.
      if (Math.min(tier.sizePt, amplePt) * arrangement.weight <= bestGrade) break;
      const body = setBody(setter, arrangement, tier, 0);
      if (body.overPt > 0 && tier !== setter.smallest) continue;
      // After the first that fits, a smaller one is of use only if fewer of its statements run over, or if the first was
      // larger than need be.
      if (body.extraLines < fewestExtra || tier.sizePt >= amplePt) offer(body);
      fewestExtra = Math.min(fewestExtra, body.extraLines);
      if (fewestExtra === 0 && tier.sizePt <= amplePt) break;
    }
  }
  if (!best) throw new Error(`Card size ${size.id} has no tier for bodies.`);
  return shareOf(best, area) < FULL ? airOut(setter, best, SPREAD) : best;
}

/** How much of the area a body takes up, 1 at most. */
function shareOf({ heightPt }: SetBody, { topPt, bottomPt }: BodyArea): number {
  return Math.min(1, heightPt / (bottomPt - topPt));
}

/** How well a body reads: the larger the better; statements in one piece, a full card and the plain order count too. */
export function gradeOf(body: SetBody, area: BodyArea, amplePt: number): number {
  if (body.overPt > 0) return -body.overPt;
  return gradeFilled(body, shareOf(body, area), amplePt);
}

function gradeFilled(body: SetBody, fill: number, amplePt: number): number {
  const { tier, arrangement, extraLines, statements, gapEm, isRagged } = body;
  const { sizePt } = tier;
  const size =
    Math.min(sizePt, amplePt) -
    Math.max(0, sizePt - amplePt) * 0.15 -
    Math.max(0, COMFORTABLE * amplePt - sizePt) * 0.5;
  const tidy = isRagged ? RAGGED : 1;
  const full = 1 - 0.3 * (1 - fill) - 0.9 * Math.max(0, WELL_FILLED - fill);
  const runOver = extraLines === 0 ? 1 : 1 + RUN_OVER.atAll + (RUN_OVER.each * extraLines) / Math.max(FEW, statements);
  const apartEm = Math.max(0, gapEm - (arrangement.rules ? STREWN.ruledFromEm : STREWN.fromEm));
  const together = 1 - STREWN.eachEm * apartEm;
  return (size * tier.ease * tidy * arrangement.weight * full * together) / runOver;
}

/** The same body with as much air between lines and statements as its room and tier allow, up to `most`. */
function airOut(setter: Setter, body: SetBody, most = 1): SetBody {
  if (body.overPt > 0) return body;
  let best = body;
  let [low, high] = [0, most];
  for (let step = 0; step < 7; step += 1) {
    const air = step === 0 ? most : (low + high) / 2;
    const airy = setBody(setter, body.arrangement, body.tier, air);
    if (airy.overPt === 0 && airy.extraLines <= body.extraLines) {
      best = airy;
      low = air;
      if (air === most) break;
    } else {
      high = air;
    }
  }
  return best;
}
