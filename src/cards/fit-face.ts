import type { Lang } from '../model/localized.ts';
import { arrangements, type Arrangement, type Cell } from './arrangements.ts';
import { breakLines, prepareText, type Line, type Piece, type PreparedText, type Span, type Tone } from './break-lines.ts';
import { PT_PER_MM, type BodyTier, type CardSize, type TitleTier } from './card-size.ts';
import type { FaceContent, FaceItem, Mark } from './face.ts';
import type { TextMeasurer } from './measure-text.ts';

/** A rectangle on the face; points, from the top left corner of the trimmed card. */
export interface Box {
  xPt: number;
  yPt: number;
  widthPt: number;
  heightPt: number;
}

/** Something the layout has put in its place; points, from the top left corner of the trimmed card. */
export type Placed =
  | { kind: 'text'; xPt: number; baselinePt: number; sizePt: number; piece: Piece }
  | { kind: 'mark'; mark: Mark; xPt: number; baselinePt: number; sizePt: number }
  | { kind: 'rule'; xPt: number; yPt: number; widthPt: number };

/** A face laid out: what stands where, in reading order, and how well it fills the card. */
export interface FittedFace {
  placed: Placed[];
  /** Where the QR code stands; left out when the face has none. */
  qr?: Box;
  /** Which arrangement and size the body came out in. */
  arrangement: string;
  bodySizePt: number;
  /** Share of the body's height that is used, 1 when full. */
  fill: number;
  /** How far title and body stand out over their room, in points; 0 when they fit. */
  overPt: number;
}

/** Least space between what the foot says on the left and on the right, in em. */
const FOOT_SPACE_EM = 1.2;
/** How far a mark pushes its text to the right, in em. */
const MARK_INDENT_EM: Record<Mark, number> = { do: 1.15, dont: 1.15, tick: 1.4, dot: 0.8 };
/** Distance between the columns of a body, in points. */
const COLUMN_GAP_PT = 10;
/** Between title and body, and between body and foot, in points. */
const TITLE_GAP_PT = 5;
const FOOT_GAP_PT = 5;
/** White that a QR code needs around it, in modules. */
const QUIET_MODULES = 4;
/** Where letters stand in their line: the baseline's distance below its middle, in em. Centres Chinese and capitals. */
const BASELINE_EM = 0.37;
/** A body smaller than this makes the title give way, down to the second size. */
const SMALL_PT = 9.5;
const MODEST_TITLE_PT = 13;
/** Type larger than this no longer reads better; it is only there to fill a face that says little. */
const AMPLE_PT = 15;
/** How much larger type has to be before statements run over several lines for it: at all, and for each line more. */
const RUN_OVER = { atAll: 0.13, eachLine: 0.04 };
/** Names in front of statements stand in a column of their own when they take no more than this share of the cell. */
const NAME_SHARE = 0.42;
/** A lead-in such as “Open:”; anything longer is a sentence. */
const LEAD_IN: Record<Lang, RegExp> = { zh: /^[^，。：]{1,6}：(?=.)/u, en: /^[^,.:]{1,14}:(?= )/u };

/**
 * Lays a face out on a card: tries every arrangement of its layout in every tier of type, largest first, and takes the
 * one that reads best: large, well filled, statements on one line each where that costs little. The title gives way
 * where the body would come out small. What stands out even in the smallest tier is reported in `overPt`.
 * @param qrModules side of the QR code in modules, when the face has one.
 */
export function fitFace(face: FaceContent, size: CardSize, measurer: TextMeasurer, qrModules?: number): FittedFace {
  const frame = frameOf(size, qrModules);
  const fit = (titlePt: number) => fitUnder(face, size, frame, measurer, titlePt);
  const usual = fit(Infinity);
  if (usual.overPt === 0 && usual.bodySizePt >= SMALL_PT) return usual;
  const modest = fit(MODEST_TITLE_PT);
  const isBetter = usual.overPt > 0 ? modest.overPt < usual.overPt : modest.bodySizePt > usual.bodySizePt;
  return isBetter ? modest : usual;
}

/** The best fit under a title no larger than `titlePt`. */
function fitUnder(
  face: FaceContent,
  size: CardSize,
  frame: Frame,
  measurer: TextMeasurer,
  titlePt: number,
): FittedFace {
  const title = placeTitle(face, size, frame, measurer, titlePt);
  const foot = placeFoot(face, size, frame, measurer);
  const area: BodyArea = { ...frame, topPt: title.bottomPt + TITLE_GAP_PT, bottomPt: foot.topPt - FOOT_GAP_PT };
  const body = fitBody(face, size, area, measurer);
  return {
    placed: [...title.placed, ...body.placed, ...foot.placed],
    ...(frame.qr && { qr: frame.qr }),
    arrangement: body.arrangement.name,
    bodySizePt: body.tier.sizePt,
    fill: body.heightPt / (area.bottomPt - area.topPt),
    overPt: Math.max(0, title.overPt, body.overPt),
  };
}

interface Frame {
  leftPt: number;
  rightPt: number;
  qr?: Box;
  /** Right end of the room for a line whose top is at `topPt`: lines keep clear of the QR code. */
  rightAt: (topPt: number) => number;
}

interface BodyArea extends Frame {
  topPt: number;
  bottomPt: number;
}

function frameOf(size: CardSize, qrModules: number | undefined): Frame {
  const leftPt = size.insetMm.left * PT_PER_MM;
  const rightPt = (size.widthMm - size.insetMm.right) * PT_PER_MM;
  if (qrModules === undefined) return { leftPt, rightPt, rightAt: () => rightPt };
  const modulePt = size.qrModuleMm * PT_PER_MM;
  const sidePt = qrModules * modulePt;
  const qr = { xPt: rightPt - sidePt, yPt: size.insetMm.top * PT_PER_MM, widthPt: sidePt, heightPt: sidePt };
  const clearRightPt = qr.xPt - QUIET_MODULES * modulePt;
  const clearBelowPt = qr.yPt + sidePt + QUIET_MODULES * modulePt;
  return { leftPt, rightPt, qr, rightAt: (topPt) => (topPt < clearBelowPt ? clearRightPt : rightPt) };
}

function placeTitle(
  face: FaceContent,
  size: CardSize,
  frame: Frame,
  measurer: TextMeasurer,
  largestPt: number,
): { placed: Placed[]; bottomPt: number; overPt: number } {
  const topPt = size.insetMm.top * PT_PER_MM;
  const widthPt = frame.rightAt(topPt) - frame.leftPt;
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
  const chosen = [first, ...rest].find(({ tier, lines }) => fits(tier, lines)) ?? rest.at(-1) ?? first;
  const linePt = chosen.tier.sizePt * 1.22;
  const allowed = Math.min(chosen.lines.length, chosen.tier.lines);
  return {
    placed: chosen.lines.flatMap((line, index) =>
      // The first line's capitals, not its line box, stand at the top inset.
      placeLine(line, frame.leftPt, topPt + chosen.tier.sizePt * 0.84 + index * linePt, chosen.tier.sizePt),
    ),
    bottomPt: topPt + chosen.tier.sizePt * 0.96 + (allowed - 1) * linePt,
    overPt: (chosen.lines.length - allowed) * linePt,
  };
}

function placeFoot(
  { foot, lang }: FaceContent,
  size: CardSize,
  frame: Frame,
  measurer: TextMeasurer,
): { placed: Placed[]; topPt: number } {
  const bottomPt = (size.heightMm - size.insetMm.bottom) * PT_PER_MM;
  const widthPt = frame.rightPt - frame.leftPt;
  const number = String(foot.number).padStart(2, '0');
  const set = (text: string, sizePt: number): Line[] => {
    const prepared = prepareText([{ text, weight: 400, tone: 'soft' }], lang, measurer);
    return breakLines(prepared, { sizePt, widthOfLine: () => Infinity, cutWords: false }, measurer);
  };
  const [left, right] = [[foot.theme, number, foot.side, foot.reviewed].join(' · '), foot.address ?? ''];
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

interface FittedBody {
  arrangement: Arrangement;
  tier: BodyTier;
  placed: Placed[];
  heightPt: number;
  overPt: number;
  /** Lines beyond the first of each statement; a line that begins inside a word counts twice. */
  extraLines: number;
}

function fitBody(face: FaceContent, size: CardSize, area: BodyArea, measurer: TextMeasurer): FittedBody {
  const setter: Setter = { face, area, measurer, textOf: textCache(face.lang, measurer), smallest: size.body.at(-1) };
  let best: FittedBody | undefined;
  let bestGrade = -Infinity;
  const offer = (body: FittedBody): void => {
    const aired = airOut(setter, body);
    const grade = gradeOf(aired, area);
    if (grade > bestGrade) [best, bestGrade] = [aired, grade];
  };
  for (const arrangement of arrangements(face.body)) {
    let fewestExtra = Infinity;
    for (const tier of size.body) {
      // Tiers only get smaller from here: none of them can beat what is found already.
      if (Math.min(tier.sizePt, AMPLE_PT) * arrangement.weight <= bestGrade) break;
      const body = layBody(setter, arrangement, tier, 0);
      if (body.overPt > 0 && tier !== setter.smallest) continue;
      // After the first that fits, a smaller one is of use only if fewer of its statements run over, or if the first was
      // larger than need be.
      if (body.extraLines < fewestExtra || tier.sizePt >= AMPLE_PT) offer(body);
      fewestExtra = Math.min(fewestExtra, body.extraLines);
      if (fewestExtra === 0 && tier.sizePt <= AMPLE_PT) break;
    }
  }
  if (!best) throw new Error(`Card size ${size.id} has no tier for bodies.`);
  return best;
}

/** What stays the same while one body is set in many ways. */
interface Setter {
  face: FaceContent;
  area: BodyArea;
  measurer: TextMeasurer;
  /** An item's words, cut and measured; each styling of it once. */
  textOf: (item: FaceItem, style: ItemStyle) => PreparedText;
  /** The tier below which there is none. */
  smallest: BodyTier | undefined;
}

interface ItemStyle {
  /** Which of the item's words are set here: its name and then its text on one line, or only one of the two. */
  words: 'name and text' | 'name' | 'text';
  /** Whether a lead-in such as “Open:” is set in bold. */
  leadIns: boolean;
}

function textCache(lang: Lang, measurer: TextMeasurer): Setter['textOf'] {
  const known = new Map<FaceItem, Map<string, PreparedText>>();
  return (item, style) => {
    const styles = known.get(item) ?? new Map<string, PreparedText>();
    known.set(item, styles);
    const key = JSON.stringify(style);
    const text = styles.get(key) ?? prepareText(spansOf(item, lang, style), lang, measurer);
    styles.set(key, text);
    return text;
  };
}

/** How well a body reads: the larger the better; statements in one piece, a full card and the plain order count too. */
function gradeOf({ tier, arrangement, extraLines, heightPt, overPt }: FittedBody, area: BodyArea): number {
  if (overPt > 0) return -overPt;
  const fill = Math.min(1, heightPt / (area.bottomPt - area.topPt));
  const runOver = extraLines === 0 ? 1 : 1 + RUN_OVER.atAll + RUN_OVER.eachLine * extraLines;
  const size = Math.min(tier.sizePt, AMPLE_PT) - Math.max(0, tier.sizePt - AMPLE_PT) * 0.15;
  return (size * arrangement.weight * (0.7 + 0.3 * fill)) / runOver;
}

/** The same body with as much air between lines and statements as its room and tier allow. */
function airOut(setter: Setter, body: FittedBody): FittedBody {
  if (body.overPt > 0) return body;
  let best = body;
  let [low, high] = [0, 1];
  for (let step = 0; step < 7; step += 1) {
    const air = step === 0 ? 1 : (low + high) / 2;
    const airy = layBody(setter, body.arrangement, body.tier, air);
    if (airy.overPt === 0 && airy.extraLines <= body.extraLines) {
      best = airy;
      low = air;
      if (air === 1) break;
    } else {
      high = air;
    }
  }
  return best;
}

/**
 * Sets a body in one arrangement and tier.
 * @param air from 0, lines and statements as near as the tier allows, to 1, as far.
 */
function layBody(setter: Setter, arrangement: Arrangement, tier: BodyTier, air: number): FittedBody {
  const { sizePt } = tier;
  const within = ({ least, most }: { least: number; most: number }): number => least + (most - least) * air;
  const linePt = within(tier.leading[setter.face.lang]) * sizePt;
  const gapPt = within(tier.gapEm) * sizePt;
  const set = (gap: number): FittedBody => ({
    arrangement,
    tier,
    ...setRows(setter, arrangement, {
      sizePt,
      linePt,
      gapPt: gap,
      ruledGapPt: Math.max(gap, tier.ruledGapEm * sizePt),
      isLast: tier === setter.smallest,
    }),
  });
  const body = set(gapPt);
  const wrappedGapPt = tier.wrappedGapEm * sizePt;
  return (body.extraLines > 0 || arrangement.namesAbove) && gapPt < wrappedGapPt ? set(wrappedGapPt) : body;
}

/** The measures of a body in one tier and air. */
interface Setting {
  sizePt: number;
  linePt: number;
  gapPt: number;
  ruledGapPt: number;
  /** Whether this is the smallest tier: the one in which long words are cut. */
  isLast: boolean;
}

function setRows(
  setter: Setter,
  arrangement: Arrangement,
  setting: Setting,
): Omit<FittedBody, 'arrangement' | 'tier'> {
  const { area, measurer } = setter;
  const { lang, body } = setter.face;
  const { sizePt } = setting;
  const rowGapPt = arrangement.rules ? setting.ruledGapPt : setting.gapPt;
  const inner = area.rightPt - area.leftPt - COLUMN_GAP_PT * (arrangement.columns.length - 1);
  const labelPt = widestOf(body.groups.map(({ label }) => label), sizePt, measurer, 0.6);
  const namePt = widestOf(body.groups.flatMap(({ items }) => items.map(({ lead }) => lead)), sizePt, measurer, 0.8);
  const allLeadIn = body.groups.every(({ items }) => items.every(({ text }) => LEAD_IN[lang].test(text)));

  const cells: { order: number; placed: Placed[] }[] = [];
  let topPt = area.topPt;
  let overPt = 0;
  let extraLines = 0;
  for (const [rowIndex, row] of arrangement.rows.entries()) {
    if (!setting.isLast && (overPt > 0 || topPt > area.bottomPt)) {
      // Too wide, or too tall with rows still to come; smaller tiers follow, so by how much does not matter.
      overPt = Math.max(overPt, setting.linePt);
      break;
    }
    if (rowIndex > 0 && arrangement.rules) {
      const yPt = topPt - rowGapPt / 2;
      const rule: Placed = { kind: 'rule', xPt: area.leftPt, yPt, widthPt: area.rightAt(yPt) - area.leftPt };
      cells.push({ order: -1, placed: [rule] });
    }
    let rowBottomPt = topPt;
    let leftPt = area.leftPt;
    for (const [column, fraction] of arrangement.columns.entries()) {
      const widthPt = inner * fraction;
      const cell = row[column];
      if (cell) {
        const cellLeftPt = leftPt;
        const set = layCell(cell, {
          ...setting,
          ...setter,
          leftPt,
          topPt,
          rightAt: (yPt) => Math.min(cellLeftPt + widthPt, area.rightAt(yPt)),
          labelPt,
          names: arrangement.namesAbove ? 'above' : namePt <= widthPt * NAME_SHARE ? 'column' : 'run in',
          namePt,
          leadIns: allLeadIn,
        });
        cells.push({ order: cell.order, placed: set.placed });
        rowBottomPt = Math.max(rowBottomPt, set.bottomPt);
        overPt = Math.max(overPt, set.overPt);
        extraLines += set.extraLines;
      }
      leftPt += widthPt + COLUMN_GAP_PT;
    }
    topPt = rowBottomPt + rowGapPt;
  }
  const bottomPt = topPt - rowGapPt;
  const standsOut = Math.max(0, overPt, bottomPt - area.bottomPt);
  const placed = cells.sort((a, b) => a.order - b.order).flatMap((cell) => cell.placed);
  const heightPt = bottomPt - area.topPt;
  return { placed, heightPt, extraLines, overPt: standsOut };
}

interface CellRoom extends Setting, Pick<Setter, 'measurer' | 'textOf'> {
  leftPt: number;
  topPt: number;
  rightAt: (topPt: number) => number;
  /** Room for the numbers or letters; 0 when there are none. */
  labelPt: number;
  /** Where names stand: above their text, in a column in front of it, or in front of it as the text's beginning. */
  names: 'above' | 'column' | 'run in';
  /** Width of the column for names; 0 when there are none. */
  namePt: number;
  leadIns: boolean;
}

function layCell(
  cell: Cell,
  room: CellRoom,
): { placed: Placed[]; bottomPt: number; overPt: number; extraLines: number } {
  const { leftPt, rightAt, labelPt, sizePt, linePt, leadIns } = room;
  const namePt = room.names === 'column' ? room.namePt : 0;
  const placed: Placed[] = [];
  let topPt = room.topPt;
  let overPt = 0;
  let extraLines = 0;
  const baseline = (): number => topPt + linePt / 2 + BASELINE_EM * sizePt;
  const hang = (text: string, tone: Tone, xPt: number): void => {
    const piece: Piece = { text, weight: 700, tone, xPt: 0, widthPt: room.measurer.measure(text, sizePt, 700) };
    placed.push({ kind: 'text', xPt, baselinePt: baseline(), sizePt, piece });
  };
  const write = (text: PreparedText, xPt: number): void => {
    const firstPt = topPt;
    const widthOfLine = (line: number): number => rightAt(firstPt + line * linePt) - xPt;
    const lines = breakLines(text, { sizePt, widthOfLine, cutWords: room.isLast }, room.measurer);
    for (const [index, line] of lines.entries()) {
      overPt = Math.max(overPt, line.widthPt - widthOfLine(index));
      placed.push(...placeLine(line, xPt, baseline(), sizePt));
      topPt += linePt;
    }
    extraLines += Math.max(0, lines.length - 1) + lines.filter(({ torn }) => torn).length;
  };

  if (cell.label !== undefined) hang(cell.label, 'accent', leftPt);
  for (const [index, item] of cell.items.entries()) {
    if (index > 0) topPt += cell.items.length > 2 ? room.gapPt * 0.8 : room.gapPt * 0.25;
    const indentPt = item.mark ? MARK_INDENT_EM[item.mark] * sizePt : 0;
    const textPt = leftPt + labelPt + namePt + indentPt;
    if (item.mark) {
      placed.push({ kind: 'mark', mark: item.mark, xPt: leftPt + labelPt, baselinePt: baseline(), sizePt });
    }
    if (item.lead === undefined || room.names === 'run in') {
      write(room.textOf(item, { words: 'name and text', leadIns }), textPt);
      continue;
    }
    if (room.names === 'column') hang(item.lead, 'strong', leftPt + labelPt + indentPt);
    else write(room.textOf(item, { words: 'name', leadIns }), textPt);
    write(room.textOf(item, { words: 'text', leadIns }), textPt);
  }
  return { placed, bottomPt: topPt, overPt, extraLines };
}

/** Room for the widest of the texts in bold, and the space after it; 0 where there is none. */
function widestOf(
  texts: readonly (string | undefined)[],
  sizePt: number,
  { measure }: TextMeasurer,
  spaceEm: number,
): number {
  const widths = texts.flatMap((text) => (text === undefined ? [] : [measure(text, sizePt, 700)]));
  return widths.length === 0 ? 0 : Math.max(...widths) + spaceEm * sizePt;
}

/** An item's words in their styles: its name, or a short lead-in, in bold; the rest plain. */
function spansOf({ lead, text, strong, mark }: FaceItem, lang: Lang, { words, leadIns }: ItemStyle): Span[] {
  const tone: Tone = mark === 'dont' ? 'soft' : 'ink';
  const name: Span[] = lead === undefined || words === 'text' ? [] : [{ text: lead, weight: 700, tone: 'strong' }];
  if (words === 'name') return name;
  if (name.length > 0) return [...name, { text, weight: 400, tone, leadEm: 0.6 }];
  const leadIn = leadIns ? (LEAD_IN[lang].exec(text)?.[0] ?? '') : '';
  if (strong || leadIn === '') return [{ text, weight: strong ? 700 : 400, tone }];
  return [
    { text: leadIn, weight: 700, tone },
    { text: text.slice(leadIn.length), weight: 400, tone },
  ];
}

function placeLine(line: Line, xPt: number, baselinePt: number, sizePt: number): Placed[] {
  return line.pieces.map((piece) => ({ kind: 'text', xPt: xPt + piece.xPt, baselinePt, sizePt, piece }));
}
