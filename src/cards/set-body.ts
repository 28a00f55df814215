import type { Lang } from '../model/localized.ts';
import type { Arrangement, Cell } from './arrangements.ts';
import {
  breakLines,
  lengthEm,
  prepareText,
  type Line,
  type Piece,
  type PreparedText,
  type Span,
  type Tone,
} from './break-lines.ts';
import type { BodyTier } from './card-size.ts';
import type { FaceContent, FaceItem, Mark } from './face.ts';
import { placeLine, TITLE_GAP_PT, type BodyArea, type Placed } from './frame.ts';
import type { TextMeasurer } from './measure-text.ts';

/** How far a mark pushes its text to the right, in em. */
const MARK_INDENT_EM: Record<Mark, number> = { do: 1.15, dont: 1.15, tick: 1.4, dot: 0.8 };
/** Distance between the columns of a body, in points. */
const COLUMN_GAP_PT = 10;
/** Where letters stand in their line: the baseline's distance below its middle, in em. Centres Chinese and capitals. */
const BASELINE_EM = 0.37;
/** Names in front of statements stand in a column of their own when they take no more than this share of the cell. */
const NAME_SHARE = 0.52;
/** In a column narrower than this, statements that run over several lines are hard to read. */
const NARROW_EM = 9;
/** How much worse it is that a statement runs over beside another: the rows of the two no longer meet. */
const IN_COLUMNS = 2.5;
/** How much further apart than others rows stand that have a hairline between them. */
const RULED = 1.4;
/** Space above the first row: as much as between rows, up to so many em; of more, half. The title sticks to none. */
const LEAD_EM = 0.6;
/** A lead-in such as “Open:”; anything longer is a sentence. */
const LEAD_IN: Record<Lang, RegExp> = { zh: /^[^，。：]{1,6}：(?=.)/u, en: /^[^,.:]{1,14}:(?= )/u };

/** A body set in one arrangement and tier. */
export interface SetBody {
  arrangement: Arrangement;
  tier: BodyTier;
  placed: Placed[];
  heightPt: number;
  overPt: number;
  /** Lines beyond the first of each statement; one that tears a phrase, or stands in one of two columns, counts for more. */
  extraLines: number;
  /** How many statements there are. */
  statements: number;
  /** How far they stand apart, in em. */
  gapEm: number;
  /** Whether names run into their text. */
  isRagged: boolean;
}

/** What is known of a face's words, whatever room they are set in. */
export interface FaceWords {
  face: FaceContent;
  measurer: TextMeasurer;
  /** Room for the numbers or letters, and for the names, in em; 0 where there are none. */
  labelEm: number;
  nameEm: number;
  /** Whether every statement begins with a lead-in. */
  allLeadIn: boolean;
  /** An item's words, cut and measured; each styling of it once. */
  textOf: (item: FaceItem, style: ItemStyle) => PreparedText;
  /** A text's lines in a room of one width; each size and width once. */
  linesOf: (text: PreparedText, room: { sizePt: number; widthPt: number; cutWords: boolean }) => readonly Line[];
}

/** What stays the same while one body is set in many ways. */
export interface Setter extends FaceWords {
  area: BodyArea;
  /** The tier below which there is none. */
  smallest: BodyTier | undefined;
}

interface ItemStyle {
  /** Which of the item's words are set here: its name and then its text on one line, or only one of the two. */
  words: 'name and text' | 'name' | 'text';
  /** Whether a lead-in such as “Open:” is set in bold. */
  leadIns: boolean;
}

/** Measures and prepares the words of a face, each thing once, at its first use. */
export function measureWords(face: FaceContent, measurer: TextMeasurer): FaceWords {
  const { lang, body } = face;
  const items = body.groups.flatMap((group) => group.items);
  return {
    face,
    measurer,
    labelEm: widestEm(
      body.groups.map(({ label }) => label),
      measurer,
      0.6,
    ),
    nameEm: widestEm(
      items.map(({ lead }) => lead),
      measurer,
      0.8,
    ),
    allLeadIn: items.every(({ text }) => LEAD_IN[lang].test(text)),
    textOf: textCache(lang, measurer),
    linesOf: lineCache(measurer),
  };
}

/** Prepares each styling of an item's words once. */
function textCache(lang: Lang, measurer: TextMeasurer): FaceWords['textOf'] {
  const known = new Map<FaceItem, Map<string, PreparedText>>();
  return (item, style) => {
    const styles = known.get(item) ?? new Map<string, PreparedText>();
    known.set(item, styles);
    const key = `${style.words} ${String(style.leadIns)}`;
    const text = styles.get(key) ?? prepareText(spansOf(item, lang, style), lang, measurer);
    styles.set(key, text);
    return text;
  };
}

/** Breaks each text once for every size and width that it is tried in. */
function lineCache(measurer: TextMeasurer): FaceWords['linesOf'] {
  const known = new Map<PreparedText, Map<string, Line[]>>();
  return (text, { sizePt, widthPt, cutWords }) => {
    const breakings = known.get(text) ?? new Map<string, Line[]>();
    known.set(text, breakings);
    const key = `${sizePt} ${widthPt} ${cutWords}`;
    const lines = breakings.get(key) ?? breakLines(text, { sizePt, widthOfLine: () => widthPt, cutWords }, measurer);
    breakings.set(key, lines);
    return lines;
  };
}

/**
 * Sets a body in one arrangement and tier.
 * @param air from 0, lines and statements as near as the tier allows, to 1, as far; beyond 1, statements go on apart.
 */
export function setBody(setter: Setter, arrangement: Arrangement, tier: BodyTier, air: number): SetBody {
  const { sizePt } = tier;
  const within = ({ least, most }: { least: number; most: number }, share: number) => least + (most - least) * share;
  const linePt = within(tier.leading[setter.face.lang], Math.min(1, air)) * sizePt;
  const gapPt = within(tier.gapEm, air) * sizePt;
  const set = (gap: number): SetBody => ({
    arrangement,
    tier,
    gapEm: gap / sizePt,
    statements: setter.face.body.groups.reduce((sum, { items }) => sum + items.length, 0),
    ...setRows(setter, arrangement, {
      sizePt,
      linePt,
      gapPt: gap,
      ruledGapPt: Math.max(gap * RULED, tier.ruledGapEm * sizePt),
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
): Omit<SetBody, 'arrangement' | 'tier' | 'gapEm' | 'statements'> {
  const { area } = setter;
  const { sizePt } = setting;
  const rowGapPt = arrangement.rules ? setting.ruledGapPt : setting.gapPt;
  const shares = arrangement.columns === 'as needed' ? neededShares(setter, arrangement.rows) : arrangement.columns;
  const inner = area.rightPt - area.leftPt - COLUMN_GAP_PT * (shares.length - 1);
  const [labelPt, namePt] = [setter.labelEm * sizePt, setter.nameEm * sizePt];

  const cells: { order: number; placed: Placed[] }[] = [];
  const leadPt = Math.max(rowGapPt / 2, Math.min(rowGapPt, LEAD_EM * sizePt));
  let topPt = area.topPt + Math.max(0, leadPt - TITLE_GAP_PT);
  let overPt = 0;
  let extraLines = 0;
  let isRagged = false;
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
    for (const [column, fraction] of shares.entries()) {
      const widthPt = inner * fraction;
      const cell = row[column];
      if (cell) {
        const cellLeftPt = leftPt;
        const names = arrangement.namesAbove ? 'above' : namePt <= widthPt * NAME_SHARE ? 'column' : 'run in';
        isRagged ||= names === 'run in';
        const set = layCell(cell, {
          ...setting,
          ...setter,
          leftPt,
          topPt,
          rightAt: (yPt) => Math.min(cellLeftPt + widthPt, area.rightAt(yPt)),
          labelPt,
          names,
          isPair: row.every(({ items }) => items.length <= 2),
          namePt,
          leadIns: setter.allLeadIn,
        });
        cells.push({ order: cell.order, placed: set.placed });
        rowBottomPt = Math.max(rowBottomPt, set.bottomPt);
        overPt = Math.max(overPt, set.overPt);
        extraLines += set.extraLines * (shares.length > 1 ? IN_COLUMNS : 1);
      }
      leftPt += widthPt + COLUMN_GAP_PT;
    }
    topPt = rowBottomPt + rowGapPt;
  }
  const bottomPt = topPt - rowGapPt;
  const standsOut = Math.max(0, overPt, bottomPt - area.bottomPt);
  const placed = cells.sort((a, b) => a.order - b.order).flatMap((cell) => cell.placed);
  const heightPt = bottomPt - area.topPt;
  return { placed, heightPt, extraLines, isRagged, overPt: standsOut };
}

interface CellRoom extends Setting, Pick<Setter, 'measurer' | 'textOf' | 'linesOf'> {
  leftPt: number;
  topPt: number;
  rightAt: (topPt: number) => number;
  /** Room for the numbers or letters; 0 when there are none. */
  labelPt: number;
  /** Where names stand: above their text, in a column in front of it, or in front of it as the text's beginning. */
  names: 'above' | 'column' | 'run in';
  /** Whether no cell of the row holds more than two statements: then they stand close. */
  isPair: boolean;
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
  const write = (text: PreparedText, xPt: number): void => {
    const firstPt = topPt;
    const widthOfLine = (line: number): number => rightAt(firstPt + line * linePt) - xPt;
    const [widthPt, cutWords] = [widthOfLine(0), room.isLast];
    // Beside the code, lines are of different width.
    const lines =
      rightAt(Infinity) - xPt === widthPt
        ? room.linesOf(text, { sizePt, widthPt, cutWords })
        : breakLines(text, { sizePt, widthOfLine, cutWords }, room.measurer);
    for (const [index, line] of lines.entries()) {
      overPt = Math.max(overPt, line.widthPt - widthOfLine(index));
      placed.push(...placeLine(line, xPt, baseline(), sizePt));
      topPt += linePt;
    }
    const narrow = Math.max(1, (NARROW_EM * sizePt) / widthOfLine(0));
    extraLines += narrow * lines.reduce((sum, { strain }) => sum + 1 + strain, lines.length === 0 ? 0 : -1);
  };

  if (cell.label !== undefined) {
    const widthPt = room.measurer.measure(cell.label, sizePt, 700);
    const piece: Piece = { text: cell.label, weight: 700, tone: 'accent', xPt: 0, widthPt };
    placed.push({ kind: 'text', xPt: leftPt, baselinePt: baseline(), sizePt, piece });
  }
  for (const [index, item] of cell.items.entries()) {
    if (index > 0) topPt += room.isPair ? room.gapPt * 0.25 : room.gapPt * 0.8;
    const indentPt = item.mark ? MARK_INDENT_EM[item.mark] * sizePt : 0;
    const textPt = leftPt + labelPt + namePt + indentPt;
    if (item.mark) {
      placed.push({ kind: 'mark', mark: item.mark, xPt: leftPt + labelPt, baselinePt: baseline(), sizePt });
    }
    if (item.lead === undefined || room.names === 'run in') {
      write(room.textOf(item, { words: 'name and text', leadIns }), textPt);
      continue;
    }
    const name = room.textOf(item, { words: 'name', leadIns });
    if (room.names === 'column') {
      const lines = room.linesOf(name, { sizePt, widthPt: Infinity, cutWords: false });
      placed.push(...lines.flatMap((line) => placeLine(line, leftPt + labelPt + indentPt, baseline(), sizePt)));
    } else write(name, textPt);
    write(room.textOf(item, { words: 'text', leadIns }), textPt);
  }
  return { placed, bottomPt: topPt, overPt, extraLines };
}

/** The share of the width that each of two columns takes when each gets what its widest statement needs. */
function neededShares({ textOf, labelEm }: Setter, rows: readonly (readonly Cell[])[]): [number, number] {
  const [left, right] = [0, 1].map((column) => {
    const items = rows.flatMap((row) => row[column]?.items ?? []);
    const widths = items.map(
      (item) => lengthEm(textOf(item, { words: 'text', leadIns: false })) + (item.mark ? MARK_INDENT_EM[item.mark] : 0),
    );
    return labelEm + Math.max(1, ...widths);
  }) as [number, number];
  // A narrow column beside a very wide one would hold a word a line.
  const share = Math.min(0.7, Math.max(0.3, left / (left + right)));
  return [share, 1 - share];
}

/** Room for the widest of the texts in bold, and the space after it, in em; 0 where there is none. */
function widestEm(texts: readonly (string | undefined)[], { measure }: TextMeasurer, spaceEm: number): number {
  const widths = texts.flatMap((text) => (text === undefined ? [] : [measure(text, 1, 700)]));
  return widths.length === 0 ? 0 : Math.max(...widths) + spaceEm;
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
