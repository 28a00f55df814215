import { breakLines, prepareText } from '../../src/cards/break-lines.ts';
import { PT_PER_MM } from '../../src/cards/card-size.ts';
import type { TextMeasurer, Weight } from '../../src/cards/measure-text.ts';
import { PAPERS } from '../../src/cards/paper.ts';
import type { Shape } from '../../src/cards/scene.ts';
import { moveShape } from '../../src/cards/stack-scenes.ts';
import { PAPER_COLORS } from '../../src/model/hue.ts';
import type { Lang } from '../../src/model/localized.ts';

/** One printed page: what stands on it, in points from its top left corner. */
export type PaperPage = Shape[];

/** What stays together on a page; its shapes count from its top, and from the left margin. */
export interface PaperBlock {
  items: Shape[];
  heightPt: number;
  /** Stands on the page of what follows it, as a heading does. */
  staysWithNext?: boolean;
  /** Begins a page. */
  startsPage?: boolean;
}

/** A stretch of a line in a weight of its own. */
export interface PenSpan {
  text: string;
  weight: Weight;
}

/** How a line is written. */
interface PenStyle {
  indentPt?: number;
  /** How far before the right margin its lines end. */
  shortPt?: number;
  sizePt?: number;
  weight?: Weight;
  fill?: string;
}

const MARGIN_PT = 18 * PT_PER_MM;
const WIDTH_PT = PAPERS.a4.widthMm * PT_PER_MM;
const HEIGHT_PT = PAPERS.a4.heightMm * PT_PER_MM;
/** Below this line stands the foot of the page. */
const BOTTOM_PT = HEIGHT_PT - MARGIN_PT - 10;
const LEADING = 1.5;
/** Thickness of a line to write on. */
const RULE_PT = 0.6;

/** Width between the margins of a page. */
export const ROOM_PT = WIDTH_PT - 2 * MARGIN_PT;
/** Sizes of type on paper. */
export const TITLE_PT = 17;
export const TEXT_PT = 10.5;
export const SMALL_PT = 8.5;
/** Space between blocks. */
export const GAP_PT = 11;

/** Writes lines one under the other into a block. */
export class Pen {
  #items: Shape[] = [];
  #yPt = 0;
  readonly #lang: Lang;
  readonly #measurer: TextMeasurer;

  constructor(lang: Lang, measurer: TextMeasurer) {
    this.#lang = lang;
    this.#measurer = measurer;
  }

  /** How far down it has written. */
  get downPt(): number {
    return this.#yPt;
  }

  text(text: string | readonly PenSpan[], style: PenStyle = {}): void {
    const { indentPt = 0, shortPt = 0, sizePt = TEXT_PT, weight = 400, fill = PAPER_COLORS.ink } = style;
    const spans = typeof text === 'string' ? [{ text, weight }] : text;
    const prepared = prepareText(
      spans.map((span) => ({ ...span, tone: 'ink' })),
      this.#lang,
      this.#measurer,
    );
    const breaking = { sizePt, widthOfLine: () => ROOM_PT - indentPt - shortPt, cutWords: true };
    for (const { pieces } of breakLines(prepared, breaking, this.#measurer)) {
      const baselinePt = this.#yPt + sizePt * 1.05;
      for (const { text: words, xPt, widthPt, weight: own } of pieces) {
        const place = { xPt: indentPt + xPt, baselinePt, widthPt };
        this.#items.push({ kind: 'text', text: words, ...place, sizePt, weight: own, fill });
      }
      this.#yPt += sizePt * LEADING;
    }
  }

  /** What stands before the next line: a number, a letter, brackets. */
  lead(text: string, xPt: number, weight: Weight, sizePt = TEXT_PT, fill: string = PAPER_COLORS.ink): void {
    const baselinePt = this.#yPt + sizePt * 1.05;
    const widthPt = this.#measurer.measure(text, sizePt, weight);
    this.#items.push({ kind: 'text', text, xPt, baselinePt, widthPt, sizePt, weight, fill });
  }

  /** A filled rectangle, its top as far below the next line's top. */
  bar(xPt: number, widthPt: number, heightPt: number, fill: string, downPt = 0): void {
    this.#items.push({ kind: 'rect', xPt, yPt: this.#yPt + downPt, widthPt, heightPt, fill });
  }

  /** An empty box to tick, before the next line. */
  box(xPt: number, sidePt: number, downPt = 0): void {
    const edge = { fill: PAPER_COLORS.inkSoft, kind: 'rect' } as const;
    const yPt = this.#yPt + downPt;
    const [thinPt, longPt] = [0.9, sidePt];
    this.#items.push(
      { ...edge, xPt, yPt, widthPt: longPt, heightPt: thinPt },
      { ...edge, xPt, yPt: yPt + longPt - thinPt, widthPt: longPt, heightPt: thinPt },
      { ...edge, xPt, yPt, widthPt: thinPt, heightPt: longPt },
      { ...edge, xPt: xPt + longPt - thinPt, yPt, widthPt: thinPt, heightPt: longPt },
    );
  }

  /** A line to write on, before the next line. */
  rule(xPt: number, widthPt: number): void {
    const yPt = this.#yPt + TEXT_PT * 1.2;
    this.#items.push({ kind: 'rect', xPt, yPt, widthPt, heightPt: RULE_PT, fill: PAPER_COLORS.inkSoft });
  }

  /** A label with a line to write on behind it. */
  blank(label: string, xPt: number): void {
    this.down(4);
    const widthPt = this.#measurer.measure(label, TEXT_PT, 400);
    this.rule(xPt + widthPt + 6, Math.min(180, ROOM_PT - xPt - widthPt - 6));
    this.text(label, { indentPt: xPt });
  }

  /** Labels in one row, each with a line to write on. */
  blanks(labels: readonly string[], shortPt = 0): void {
    const cellPt = (ROOM_PT - shortPt) / labels.length;
    for (const [at, label] of labels.entries()) {
      const widthPt = this.#measurer.measure(label, TEXT_PT, 400);
      this.lead(label, at * cellPt, 400);
      this.rule(at * cellPt + widthPt + 6, cellPt - widthPt - 18);
    }
    this.#yPt += TEXT_PT * LEADING;
  }

  /** Puts something drawn, as many points from the left margin and below the next line's top. */
  put(shapes: readonly Shape[], xPt: number, downPt = 0): void {
    this.#items.push(...shapes.map((shape) => moveShape(shape, xPt, this.#yPt + downPt)));
  }

  down(pt: number): void {
    this.#yPt += pt;
  }

  take(): PaperBlock {
    return { items: this.#items, heightPt: this.#yPt };
  }
}

/** Puts blocks on pages, each whole on one, and what stays together with the next on the page of that. */
export function paginate(blocks: readonly PaperBlock[]): PaperPage[] {
  const places = placeBlocks(blocks);
  const pages = Array.from({ length: (places.at(-1)?.page ?? 0) + 1 }, (): PaperPage => []);
  for (const [at, { page, yPt }] of places.entries()) {
    pages[page]?.push(...(blocks[at]?.items ?? []).map((item) => moveShape(item, MARGIN_PT, yPt)));
  }
  return pages;
}

/** Where `paginate` puts each block: its page, from 0, and how far from the page's top. */
export function placeBlocks(blocks: readonly PaperBlock[]): { page: number; yPt: number }[] {
  let page = 0;
  let yPt = MARGIN_PT;
  return blocks.map(({ heightPt, startsPage }, at) => {
    const isTop = yPt === MARGIN_PT;
    if (!isTop && (startsPage === true || yPt + reachWithNext(blocks, at) > BOTTOM_PT)) {
      page += 1;
      yPt = MARGIN_PT;
    }
    const place = { page, yPt };
    yPt += heightPt;
    return place;
  });
}

/** How far down a block draws, with what must stand on its page; space at the very end may hang over. */
function reachWithNext(blocks: readonly PaperBlock[], at: number): number {
  const block = blocks[at];
  if (!block) return 0;
  if (block.staysWithNext === true && at < blocks.length - 1) return block.heightPt + reachWithNext(blocks, at + 1);
  return Math.max(0, ...block.items.map(bottomOf));
}

function bottomOf(shape: Shape): number {
  switch (shape.kind) {
    case 'text':
      return shape.baselinePt + shape.sizePt * 0.3;
    case 'rect':
      return shape.yPt + shape.heightPt;
    case 'modules':
      return shape.yPt + Math.max(0, ...shape.rects.map(([, y, , height]) => y + height)) * shape.scalePt;
    case 'stroke':
      return shape.yPt;
  }
}

/** Each page with its foot in the middle below. */
export function withFeet(
  pages: readonly PaperPage[],
  footOf: (page: number, pages: number) => string,
  { measure }: TextMeasurer,
): PaperPage[] {
  return pages.map((page, at) => {
    const text = footOf(at + 1, pages.length);
    const widthPt = measure(text, SMALL_PT, 400);
    const place = { xPt: (WIDTH_PT - widthPt) / 2, baselinePt: HEIGHT_PT - MARGIN_PT + 4, widthPt };
    const style = { sizePt: SMALL_PT, weight: 400, fill: PAPER_COLORS.inkSoft } as const;
    return [...page, { kind: 'text', text, ...place, ...style }];
  });
}
