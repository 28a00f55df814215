import type { FlowNode } from './diagram.ts';
import { hasChinese, widestWord, wrapText, type MeasureText } from './text-wrap.ts';

/** A box with the lines of text that it holds, in pixels. */
export interface TextBox {
  width: number;
  height: number;
  lines: string[];
}

/** How much room a drawing takes: less padding when tight, and narrower lines when narrow, so that it fits a phone. */
export type Density = 'roomy' | 'tight' | 'narrow';

export const NODE_FONT = { fontSizePx: 15, lineHeightPx: 21, weight: 500 };
export const LABEL_FONT = { fontSizePx: 14, lineHeightPx: 19, weight: 400 };

/** Longest lines: eight Chinese characters or about eighteen letters, unless the drawing must be narrow. */
const NODE_EM = { roomy: [8.1, 9.2], tight: [8.1, 9.2], narrow: [5.1, 6.6] } as const;
const LABEL_EM = { roomy: [8.1, 9.2], tight: [4.2, 6.2], narrow: [4.2, 5.2] } as const;
const DIAMOND_EM = { roomy: [6.1, 6.6], tight: [6.1, 6.6], narrow: [5.1, 5.6] } as const;
const BOX_PADDING_X = { roomy: 16, tight: 10, narrow: 9 };
const PILL_PADDING_X = { roomy: 20, tight: 14, narrow: 12 };
const PADDING_Y = 11.5;
const NOTE_PADDING = { x: 12, y: 8 };
const LABEL_PADDING = { x: 5, y: 1 };
const MIN_WIDTH = 44;
/** Room between a diamond's text and its slopes; how much more its height counts than its width. */
const DIAMOND = {
  clearanceX: 10,
  clearanceY: -2,
  heightCounts: { roomy: 1.6, tight: 1.6, narrow: 0.9 },
  minHeight: 54,
  plain: 28,
};
const MARK = { start: 16, end: 20, barWidth: 96, barHeight: 6 };

type Font = typeof NODE_FONT;
/** Longest line in ems, for Chinese and for letters. */
type LineEm = readonly [chinese: number, letters: number];

/** The box that a node needs for its label. */
export function sizeNode(
  { shape, label }: Pick<FlowNode, 'shape' | 'label'>,
  measure: MeasureText,
  density: Density = 'roomy',
): TextBox {
  switch (shape) {
    case 'start':
      return { width: MARK.start, height: MARK.start, lines: [] };
    case 'end':
      return { width: MARK.end, height: MARK.end, lines: [] };
    case 'bar':
      return { width: MARK.barWidth, height: MARK.barHeight, lines: [] };
    case 'diamond':
      return sizeDiamond(label, measure, density);
    case 'pill':
      return padded(textBox(label, NODE_FONT, NODE_EM[density], measure), { x: PILL_PADDING_X[density], y: PADDING_Y });
    case 'note':
      return padded(textBox(label, LABEL_FONT, NODE_EM[density], measure), NOTE_PADDING);
    case 'box':
      return padded(textBox(label, NODE_FONT, NODE_EM[density], measure), { x: BOX_PADDING_X[density], y: PADDING_Y });
  }
}

/** The background that an edge label needs. */
export function sizeEdgeLabel(label: string, measure: MeasureText, density: Density = 'roomy'): TextBox {
  const { lines, width, height } = textBox(label, LABEL_FONT, LABEL_EM[density], measure);
  return { lines, width: Math.ceil(width + 2 * LABEL_PADDING.x), height: height + 2 * LABEL_PADDING.y };
}

function sizeDiamond(label: string, measure: MeasureText, density: Density): TextBox {
  if (!label) return { width: DIAMOND.plain, height: DIAMOND.plain, lines: [] };
  const heightCounts = DIAMOND.heightCounts[density];
  const costOf = ({ width, height }: TextBox) => width + heightCounts * height;
  const wide = diamondAround(textBox(label, NODE_FONT, NODE_EM[density], measure), heightCounts);
  const slim = diamondAround(textBox(label, NODE_FONT, DIAMOND_EM[density], measure), heightCounts);
  return costOf(slim) < costOf(wide) ? slim : wide;
}

/**
 * A rhombus holds a centred rectangle when width and height of the rectangle, each as a share of the rhombus's own, come
 * to one; of these the flattest that costs least is taken.
 */
function diamondAround(text: TextBox, heightCounts: number): TextBox {
  const inner = { width: text.width + DIAMOND.clearanceX, height: text.height + DIAMOND.clearanceY };
  const width = inner.width + Math.sqrt(heightCounts * inner.width * inner.height);
  const height = inner.height / (1 - inner.width / width);
  return { ...text, width: Math.ceil(width), height: Math.max(DIAMOND.minHeight, height) };
}

/** A word is broken only where it is longer than the longest line ever. */
function textBox(label: string, font: Font, lineEm: LineEm, measure: MeasureText): TextBox {
  const script = hasChinese(label) ? 0 : 1;
  const wanted = Math.max(lineEm[script] * font.fontSizePx, widestWord(label, font, measure));
  const maxWidthPx = Math.min(wanted, NODE_EM.roomy[script] * font.fontSizePx);
  const lines = wrapText(label, { ...font, maxWidthPx }, measure);
  const width = Math.max(0, ...lines.map((line) => measure(line, font.fontSizePx, font.weight)));
  return { lines, width, height: lines.length * font.lineHeightPx };
}

function padded(box: TextBox, padding: { x: number; y: number }): TextBox {
  return {
    ...box,
    width: Math.max(MIN_WIDTH, Math.ceil(box.width + 2 * padding.x)),
    height: box.height + 2 * padding.y,
  };
}
