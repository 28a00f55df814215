import type { Blockquote, List, PhrasingContent, RootContent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { TextMeasurer } from '../../src/cards/measure-text.ts';
import { PAPER_COLORS } from '../../src/model/hue.ts';
import type { Lang } from '../../src/model/localized.ts';
import { GAP_PT, Pen, TEXT_PT, type PaperBlock, type PenSpan } from './paper-pen.ts';

const parser = unified().use(remarkParse).use(remarkCjkFriendly);

const HEADINGS_PT = [14, 13, 11.5, TEXT_PT];
/** Type of a paragraph, of an entry, and of what is said below an entry. */
const ENTRY_PT = [10, 9.5, 9];
const INDENT_PT = 14;

/** How what is being written stands. */
interface Setting {
  lang: Lang;
  measurer: TextMeasurer;
  /** The colour of signs and of the bar beside what is quoted. */
  color: string;
  indentPt: number;
  /** How many lists it stands in. */
  depth: number;
  isQuoted: boolean;
}

/** Markdown as blocks to be put on pages: headings stay with what they head, entries with their first line below. */
export function setMarkdown(markdown: string, lang: Lang, color: string, measurer: TextMeasurer): PaperBlock[] {
  const setting = { lang, measurer, color, indentPt: 0, depth: 0, isQuoted: false };
  // What runs on a bullet's line stays with it; a tree that was only parsed has all its text.
  const { children } = parser.parse(markdown);
  return children.flatMap((node) => setNode(node, setting));
}

function setNode(node: RootContent, setting: Setting): PaperBlock[] {
  switch (node.type) {
    case 'heading': {
      const pen = new Pen(setting.lang, setting.measurer);
      pen.down(GAP_PT / 2);
      pen.text(spansOf(node.children, 700), { sizePt: HEADINGS_PT[node.depth - 1] ?? TEXT_PT });
      pen.down(2);
      return [{ ...pen.take(), staysWithNext: true }];
    }
    case 'paragraph':
      return [paragraph(node.children, setting)];
    case 'blockquote':
      return quotation(node, setting);
    case 'list':
      return entries(node, setting);
    default:
      return [];
  }
}

function paragraph(children: readonly PhrasingContent[], setting: Setting, sign = ''): PaperBlock {
  const { lang, measurer, color, indentPt, depth, isQuoted } = setting;
  const pen = new Pen(lang, measurer);
  const sizePt = ENTRY_PT[Math.min(depth, ENTRY_PT.length) - 1] ?? ENTRY_PT[0] ?? TEXT_PT;
  if (sign !== '') pen.lead(sign, indentPt - INDENT_PT, 700, sizePt, color);
  pen.text(spansOf(children, 400), { indentPt, sizePt, ...(depth > 1 && { fill: PAPER_COLORS.inkSoft }) });
  pen.down(depth === 0 ? GAP_PT / 2 : 1.5);
  const block = pen.take();
  if (!isQuoted) return block;
  const bar = { kind: 'rect', xPt: indentPt - INDENT_PT + 3, yPt: 0, widthPt: 2, fill: color } as const;
  return { ...block, items: [{ ...bar, heightPt: block.heightPt }, ...block.items] };
}

function quotation({ children }: Blockquote, setting: Setting): PaperBlock[] {
  const inner = { ...setting, indentPt: setting.indentPt + INDENT_PT, isQuoted: true };
  return children.flatMap((node) => setNode(node, inner));
}

function entries({ children, ordered, start }: List, setting: Setting): PaperBlock[] {
  const inner = { ...setting, indentPt: setting.indentPt + INDENT_PT, depth: setting.depth + 1 };
  const blocks = children.flatMap((item, at) => {
    const sign = ordered === true ? `${String((start ?? 1) + at)}.` : '·';
    const [first, ...rest] = item.children;
    const head = first?.type === 'paragraph' ? paragraph(first.children, inner, sign) : undefined;
    const below = (head ? rest : item.children).flatMap((node) => setNode(node, inner));
    return [...(head ? [{ ...head, staysWithNext: below.length > 0 }] : []), ...below];
  });
  const last = blocks.at(-1);
  if (setting.depth > 0 || !last) return blocks;
  return [...blocks.slice(0, -1), { ...last, heightPt: last.heightPt + GAP_PT / 2 }];
}

function spansOf(children: readonly PhrasingContent[], weight: PenSpan['weight']): PenSpan[] {
  return children.flatMap((node): PenSpan[] => {
    if (node.type === 'text' || node.type === 'inlineCode')
      return [{ text: node.value.replace(/\s*\n\s*/g, ' '), weight }];
    if (node.type === 'break') return [{ text: ' ', weight }];
    return 'children' in node ? spansOf(node.children, node.type === 'strong' ? 700 : weight) : [];
  });
}
