import { breakLines, prepareText, type Line, type Span, type Tone } from '../cards/break-lines.ts';
import { PT_PER_MM } from '../cards/card-size.ts';
import { markShape } from '../cards/compose-face.ts';
import type { TextMeasurer } from '../cards/measure-text.ts';
import type { Scene, Shape } from '../cards/scene.ts';
import { hueColors, PAPER_COLORS } from '../model/hue.ts';
import type { PreviewContent, PreviewItem } from './preview.ts';

/** The size that chats and social sites ask for; a unit of the scene is a pixel of it. */
export const PREVIEW_PX = { width: 1200, height: 630 } as const;

const STRIPE = 26;
const LEFT = 88;
const RIGHT = PREVIEW_PX.width - 76;
const KICKER = { size: 32, baseline: 86 };
const TITLE_TOP = 118;
const TITLES = [
  { size: 84, lines: 1 },
  { size: 76, lines: 1 },
  { size: 70, lines: 2 },
  { size: 62, lines: 2 },
  { size: 54, lines: 2 },
  { size: 48, lines: 3 },
];
const FOOT = { size: 28, baseline: PREVIEW_PX.height - 40, top: PREVIEW_PX.height - 84 };
const ITEM_SIZES = [44, 40, 37, 34, 31];
/** Where many items stand one below the other, smaller ones would look lost. */
const ROOMY_SIZES = [44, 40, 37, 34];
/** So much smaller text is, at most, set for no item to be broken. */
const SMALLER = 0.75;
const LEAD_SIZES = [42, 38, 34, 31];
const COLUMN_GAP = 48;
/** A list that goes on after so many lines is no longer taken in at a glance. */
const ITEMS_AT_MOST = 8;

interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A stretch of the picture that is filled: its shapes and where it ends. */
interface Laid {
  shapes: Shape[];
  bottom: number;
}

/** Draws the picture shown beside a link: title on the theme's wash, the first lines of what to do below, the site at the foot. */
export function composePreview(content: PreviewContent, measurer: TextMeasurer): Scene {
  const { lang, hue: ownHue, kicker, title, site, address } = content;
  const hue = hueColors(ownHue);
  const paint = painter(content);
  const heading = setTitle(content, measurer);
  const headBottom = Math.round(heading.bottom + 34);
  const body = setBody(content, { left: LEFT, right: RIGHT, top: headBottom + 32, bottom: FOOT.top - 22 }, measurer);
  const line = (text: string, size: number, weight: 400 | 700, tone: Tone, room: number) =>
    breakLines(
      prepareText([{ text, weight, tone }], lang, measurer),
      { sizePt: size, widthOfLine: () => room, cutWords: true },
      measurer,
    )[0];
  const name = line(site, FOOT.size, 700, 'strong', RIGHT - LEFT);
  const nameWidth = name?.widthPt ?? 0;
  const host = address === undefined ? undefined : line(address, FOOT.size, 400, 'soft', RIGHT - LEFT - nameWidth - 40);
  const above = line(kicker, KICKER.size, 700, 'accent', RIGHT - LEFT - KICKER.size);
  return {
    lang,
    title,
    widthMm: PREVIEW_PX.width / PT_PER_MM,
    heightMm: PREVIEW_PX.height / PT_PER_MM,
    cornerMm: 0,
    shapes: [
      rect(0, 0, PREVIEW_PX.width, headBottom, hue.wash),
      rect(0, headBottom, PREVIEW_PX.width, 2, hue.line),
      rect(0, 0, STRIPE, PREVIEW_PX.height, hue.accent),
      rect(LEFT, KICKER.baseline - 23, 22, 22, hue.accent),
      ...(above ? paint(above, LEFT + 36, KICKER.baseline, KICKER.size) : []),
      ...heading.shapes,
      ...body.shapes,
      ...(name ? paint(name, LEFT, FOOT.baseline, FOOT.size) : []),
      ...(host ? paint(host, RIGHT - host.widthPt, FOOT.baseline, FOOT.size) : []),
    ],
  };
}

function setTitle(content: PreviewContent, measurer: TextMeasurer): Laid {
  const text = prepareText([{ text: content.title, weight: 700, tone: 'ink' }], content.lang, measurer);
  const tries = TITLES.map(({ size, lines: most }, index) => {
    const cutWords = index === TITLES.length - 1;
    const lines = breakLines(text, { sizePt: size, widthOfLine: () => RIGHT - LEFT, cutWords }, measurer);
    return { size, lines, fits: lines.length <= most && lines.every(({ widthPt }) => widthPt <= RIGHT - LEFT) };
  });
  const { size, lines } = tries.find(({ fits }) => fits) ?? last(tries);
  const step = size * 1.24;
  return {
    shapes: lines.flatMap((line, index) => painter(content)(line, LEFT, TITLE_TOP + size * 0.9 + index * step, size)),
    bottom: TITLE_TOP + size * 0.98 + (lines.length - 1) * step,
  };
}

/** The groups that fit, in two columns where they are many and short, else in one; the lead where none does. */
function setBody(content: PreviewContent, area: Area, measurer: TextMeasurer): Laid {
  const groups = firstGroups(content.groups);
  const columns = isLongList(groups.flat()) ? setColumns(content, groups, area, measurer) : undefined;
  if (columns) return columns;
  for (let count = groups.length; count > 0; count -= 1) {
    const items = groups.slice(0, count).flat();
    const fitting = (items.length > 3 ? ROOMY_SIZES : ITEM_SIZES).flatMap((size) => {
      const laid = setItems(content, items, size, area, measurer);
      return laid.bottom <= area.bottom ? [{ size, laid }] : [];
    });
    const [largest] = fitting;
    if (largest === undefined) continue;
    const unbroken = fitting.find(({ laid }) => laid.lines.every((lines) => lines === 1));
    const { laid } = unbroken && unbroken.size >= SMALLER * largest.size ? unbroken : largest;
    return spread(laid, area);
  }
  return setLead(content, area, measurer);
}

/** All groups with one line an item in two columns, or undefined where one of them is too long for that. */
function setColumns(
  content: PreviewContent,
  groups: readonly PreviewItem[][],
  area: Area,
  measurer: TextMeasurer,
): Laid | undefined {
  const half = Math.ceil(groups.length / 2);
  const middle = (area.left + area.right) / 2;
  const halves = [
    { items: groups.slice(0, half).flat(), area: { ...area, right: middle - COLUMN_GAP / 2 } },
    { items: groups.slice(half).flat(), area: { ...area, left: middle + COLUMN_GAP / 2 } },
  ];
  for (const size of ITEM_SIZES) {
    const laid = halves.map((part) => setItems(content, part.items, size, part.area, measurer));
    const isOneLineEach = laid.every(({ lines }) => lines.every((count) => count === 1));
    const bottom = Math.max(...laid.map((part) => part.bottom));
    const shapes = laid.flatMap((part) => part.shapes);
    if (isOneLineEach && bottom <= area.bottom) return spread({ shapes, bottom }, area);
  }
  return undefined;
}

/** Whether items are many, and all of one sort, so that they may stand in columns. */
function isLongList(items: readonly PreviewItem[]): boolean {
  const isHung = ({ label, mark }: PreviewItem) => label !== undefined || mark !== undefined;
  return items.length >= 5 && (items.every(isHung) || !items.some(isHung));
}

function firstGroups(groups: readonly PreviewItem[][]): PreviewItem[][] {
  let count = 0;
  return groups.filter((group, index) => {
    count += group.length;
    return index === 0 || count <= ITEMS_AT_MOST;
  });
}

function setItems(
  content: PreviewContent,
  items: readonly PreviewItem[],
  size: number,
  area: Area,
  measurer: TextMeasurer,
): Laid & { lines: number[] } {
  const paint = painter(content);
  const labelRoom = items.some(({ label }) => label !== undefined) ? 1.25 * size : 0;
  const shapes: Shape[] = [];
  const counts: number[] = [];
  let top = area.top;
  for (const { text, lead, label, mark, strong } of items) {
    const textLeft = area.left + labelRoom + (mark ? 1.15 * size : 0);
    const spans: Span[] = [
      ...(lead === undefined ? [] : [{ text: lead, weight: 700 as const, tone: 'strong' as const }]),
      { text, weight: strong ? 700 : 400, tone: 'ink', ...(lead !== undefined && { leadEm: 0.7 }) },
    ];
    const lines = breakLines(
      prepareText(spans, content.lang, measurer),
      { sizePt: size, widthOfLine: () => area.right - textLeft, cutWords: true },
      measurer,
    );
    const baseline = top + size * 0.88;
    if (label !== undefined) {
      const drawn = breakLines(
        prepareText([{ text: label, weight: 700, tone: 'accent' }], content.lang, measurer),
        { sizePt: size, widthOfLine: () => labelRoom, cutWords: false },
        measurer,
      );
      shapes.push(...drawn.slice(0, 1).flatMap((line) => paint(line, area.left, baseline, size)));
    }
    if (mark) shapes.push(markShape(mark, area.left + labelRoom, baseline, size, hueColors(content.hue)));
    shapes.push(...lines.flatMap((line, index) => paint(line, textLeft, baseline + index * size * 1.3, size)));
    counts.push(lines.length);
    top += lines.length * size * 1.3 + size * 0.34;
  }
  return { shapes, bottom: top - size * 0.34 - size * 0.3, lines: counts };
}

function setLead(content: PreviewContent, area: Area, measurer: TextMeasurer): Laid {
  const text = prepareText([{ text: content.lead, weight: 400, tone: 'soft' }], content.lang, measurer);
  const tries = LEAD_SIZES.map((size) => {
    const room = { sizePt: size, widthOfLine: () => area.right - area.left, cutWords: true };
    const lines = breakLines(text, room, measurer);
    const shapes = lines.flatMap((line, index) =>
      painter(content)(line, area.left, area.top + size * 0.88 + index * size * 1.45, size),
    );
    return { shapes, bottom: area.top + size + (lines.length - 1) * size * 1.45 };
  });
  return spread(tries.find(({ bottom }) => bottom <= area.bottom) ?? last(tries), area);
}

/** Moves what is shorter than its area a little down, so that the foot does not hang below a hole. */
function spread({ shapes, bottom }: Laid, area: Area): Laid {
  const down = Math.max(0, Math.min((area.bottom - bottom) / 2, 56));
  return {
    shapes: shapes.map((shape) =>
      shape.kind === 'text' ? { ...shape, baselinePt: shape.baselinePt + down } : { ...shape, yPt: shape.yPt + down },
    ),
    bottom: bottom + down,
  };
}

function painter({ hue: ownHue }: PreviewContent) {
  const hue = hueColors(ownHue);
  const tones: Record<Tone, string> = {
    ink: PAPER_COLORS.ink,
    soft: PAPER_COLORS.inkSoft,
    accent: hue.accent,
    strong: hue.accentStrong,
  };
  return (line: Line, left: number, baseline: number, size: number): Shape[] =>
    line.pieces.map(({ text, weight, tone, xPt, widthPt }) => ({
      kind: 'text',
      xPt: left + xPt,
      baselinePt: baseline,
      widthPt,
      sizePt: size,
      weight,
      fill: tones[tone],
      text,
    }));
}

function rect(xPt: number, yPt: number, widthPt: number, heightPt: number, fill: string): Shape {
  return { kind: 'rect', xPt, yPt, widthPt, heightPt, fill };
}

function last<T>(list: readonly T[]): T {
  const found = list.at(-1);
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}
