import type { FlowNode } from './diagram.ts';
import { hasChinese, wrapText, type MeasureText } from './text-wrap.ts';

/** A box with the lines of text that it holds, in pixels. */
export interface TextBox {
  width: number;
  height: number;
  lines: string[];
}

export const NODE_FONT = { fontSizePx: 15, lineHeightPx: 21, weight: 500 };
export const LABEL_FONT = { fontSizePx: 13, lineHeightPx: 18, weight: 400 };

/** Eight Chinese characters; about eighteen letters. */
const MAX_EM = { chinese: 8.1, letters: 9.2 };
const BOX_PADDING = { x: 16, tightX: 10, y: 11.5 };
const PILL_PADDING = { x: 20, tightX: 14, y: 11.5 };
/** Room at the two ends of a diamond's widest line, and between its text and its slopes. */
const DIAMOND = { ends: 58, clearance: 10, minHeight: 54, narrowEm: 6.1 };
const MARK = { start: 16, end: 20, barWidth: 96, barHeight: 6 };

type Font = typeof NODE_FONT;

/**
 * The box that a node needs for its label: never wider than about eight Chinese characters and its padding.
 * @param tight with less padding, for a drawing that would not fit a phone.
 */
export function sizeNode(
  { shape, label }: Pick<FlowNode, 'shape' | 'label'>,
  measure: MeasureText,
  tight = false,
): TextBox {
  switch (shape) {
    case 'start':
      return { width: MARK.start, height: MARK.start, lines: [] };
    case 'end':
      return { width: MARK.end, height: MARK.end, lines: [] };
    case 'bar':
      return { width: MARK.barWidth, height: MARK.barHeight, lines: [] };
    case 'diamond':
      return sizeDiamond(label, measure);
    case 'pill':
      return padded(textBox(label, NODE_FONT, measure), { ...PILL_PADDING, ...(tight ? { x: PILL_PADDING.tightX } : {}) });
    case 'note':
      return padded(textBox(label, LABEL_FONT, measure), { x: 12, y: 8 });
    case 'box':
      return padded(textBox(label, NODE_FONT, measure), { ...BOX_PADDING, ...(tight ? { x: BOX_PADDING.tightX } : {}) });
  }
}

/** The background that an edge label needs. */
export function sizeEdgeLabel(label: string, measure: MeasureText): TextBox {
  return padded(textBox(label, LABEL_FONT, measure), { x: 5, y: 1 });
}

function sizeDiamond(label: string, measure: MeasureText): TextBox {
  if (!label) return { width: 28, height: 28, lines: [] };
  const wide = diamondAround(textBox(label, NODE_FONT, measure));
  const narrow = diamondAround(textBox(label, NODE_FONT, measure, DIAMOND.narrowEm));
  return narrow.width * narrow.height < wide.width * wide.height ? narrow : wide;
}

/** A rhombus holds a centred rectangle when the two half-extents, each as a share of its own, come to at most one. */
function diamondAround(text: TextBox): TextBox {
  const width = text.width + DIAMOND.ends;
  const height = text.height / (1 - (text.width + DIAMOND.clearance) / width);
  return { ...text, width, height: Math.max(DIAMOND.minHeight, height) };
}

function textBox(label: string, font: Font, measure: MeasureText, maxEm?: number): TextBox {
  const em = maxEm ?? (hasChinese(label) ? MAX_EM.chinese : MAX_EM.letters);
  const lines = wrapText(label, { ...font, maxWidthPx: em * font.fontSizePx }, measure);
  const width = Math.max(0, ...lines.map((line) => measure(line, font.fontSizePx, font.weight)));
  return { lines, width, height: lines.length * font.lineHeightPx };
}

function padded(box: TextBox, padding: { x: number; y: number }): TextBox {
  return { ...box, width: Math.max(44, Math.ceil(box.width + 2 * padding.x)), height: box.height + 2 * padding.y };
}
