import { renderPicture, renderText, type Picture } from './picture.ts';
import { markup, round } from './svg-markup.ts';
import { wrapText, type MeasureText } from './text-wrap.ts';

interface PyramidLayer {
  /** A few words, in the layer. */
  label: string;
  /** What it stands for, in smaller letters. */
  note?: string;
}

export interface Pyramid {
  /** Unique on its page. */
  id: string;
  title: string;
  /** From the base to the top. */
  layers: PyramidLayer[];
}

const LABEL = { fontSizePx: 15, lineHeightPx: 20, weight: 600 };
const NOTE = { fontSizePx: 14, lineHeightPx: 19, weight: 400 };
const MARGIN = 2;
const PADDING_Y = 10;
const BETWEEN_PX = 1;
/** From a line of text to the slope beside it. */
const CLEARANCE = 8;
const GAP = 3;
/** Longest notes inside the layers, at the top and at the base. */
const NOTE_PX = { top: 104, base: 250 };
/** How strongly a layer takes the accent, at the top and at the base. */
const TINT = { top: 0.08, base: 0.24 };
/** With the notes beside it. */
const BESIDE = { widthPx: 300, gapPx: 20, leastLayerPx: 52 };

/**
 * Draws layers standing on each other, the first at the bottom, each narrower than the one under it; the notes stand in
 * the layers, or to the right of them where `notesBeside`. The top is as pointed as its words allow.
 */
export function renderPyramid(
  { id, title, layers }: Pyramid,
  measure: MeasureText,
  { widthPx, notesBeside }: { widthPx: number; notesBeside: boolean },
): Picture {
  const inner = widthPx - 2 * MARGIN;
  const base = notesBeside ? BESIDE.widthPx : inner;
  const fromTop = layers.toReversed().map((layer, index) => {
    const share = layers.length > 1 ? index / (layers.length - 1) : 1;
    const within = NOTE_PX.top + (NOTE_PX.base - NOTE_PX.top) * share;
    const note = layer.note
      ? wrapText(layer.note, { ...NOTE, maxWidthPx: notesBeside ? inner - base - BESIDE.gapPx : within }, measure)
      : [];
    const label = wrapText(layer.label, { ...LABEL, maxWidthPx: within }, measure);
    const inside = notesBeside ? [] : note;
    const text = label.length * LABEL.lineHeightPx + inside.length * NOTE.lineHeightPx;
    const height = Math.max(
      text + (inside.length > 0 ? BETWEEN_PX : 0) + 2 * PADDING_Y,
      notesBeside ? Math.max(BESIDE.leastLayerPx, note.length * NOTE.lineHeightPx + 2 * PADDING_Y) : 0,
    );
    return { label, note, inside, height, tint: TINT.top + (TINT.base - TINT.top) * share };
  });
  const placed = fromTop.map((layer, index) => ({
    ...layer,
    top: MARGIN + fromTop.slice(0, index).reduce((sum, { height }) => sum + height + GAP, 0),
  }));
  const height = (placed.at(-1)?.top ?? 0) + (placed.at(-1)?.height ?? 0) - MARGIN;
  const centreX = MARGIN + base / 2;

  const linesOf = (layer: (typeof placed)[number]) => {
    const depth = layer.label.length * LABEL.lineHeightPx + layer.inside.length * NOTE.lineHeightPx;
    const labelTop = layer.top + (layer.height - depth - (layer.inside.length > 0 ? BETWEEN_PX : 0)) / 2;
    const noteTop = labelTop + layer.label.length * LABEL.lineHeightPx + BETWEEN_PX;
    return [
      ...layer.label.map((text, index) => ({ text, font: LABEL, top: labelTop + index * LABEL.lineHeightPx })),
      ...layer.inside.map((text, index) => ({ text, font: NOTE, top: noteTop + index * NOTE.lineHeightPx })),
    ];
  };
  const halfAt = (y: number, topHalf: number) => topHalf + ((base / 2 - topHalf) * (y - MARGIN)) / height;
  const fits = (topHalf: number) =>
    placed.every((layer) =>
      linesOf(layer).every(
        ({ text, font, top }) =>
          measure(text, font.fontSizePx, font.weight) / 2 + CLEARANCE <= halfAt(top + 2, topHalf),
      ),
    );
  const halves = Array.from({ length: Math.floor(base / 2) }, (_, index) => index);
  const topHalf = halves.find(fits) ?? base / 2;

  const body = placed.map((layer) => {
    const [upper, lower] = [halfAt(layer.top, topHalf), halfAt(layer.top + layer.height, topHalf)];
    const bottom = layer.top + layer.height;
    const d = `M${round(centreX - upper)} ${round(layer.top)}H${round(centreX + upper)}L${round(centreX + lower)} ${round(bottom)}H${round(centreX - lower)}Z`;
    const middle = layer.top + layer.height / 2;
    const [own] = linesOf(layer);
    const labelMiddle = (own?.top ?? 0) + (layer.label.length * LABEL.lineHeightPx) / 2;
    const insideMiddle =
      (own?.top ?? 0) +
      layer.label.length * LABEL.lineHeightPx +
      BETWEEN_PX +
      (layer.inside.length * NOTE.lineHeightPx) / 2;
    const besideX = MARGIN + base + BESIDE.gapPx;
    return [
      markup(
        'g',
        { class: 'dg-node dg-layer' },
        markup('path', { d, 'fill-opacity': String(round(layer.tint * 100) / 100) }),
        renderText(layer.label, { x: centreX, y: labelMiddle }, LABEL, 'dg-label'),
        renderText(layer.inside, { x: centreX, y: insideMiddle }, NOTE, 'dg-note-text'),
      ),
      notesBeside && layer.note.length > 0
        ? markup('path', {
            class: 'dg-leader',
            d: `M${round(centreX + (upper + lower) / 2 + 6)} ${round(middle)}H${round(besideX - 8)}`,
          }) +
          markup(
            'g',
            { class: 'dg-beside', 'text-anchor': 'start' },
            renderText(layer.note, { x: besideX, y: middle }, NOTE, 'dg-note-text'),
          )
        : '',
    ].join('');
  });
  return renderPicture({
    id,
    title,
    width: widthPx,
    height: height + 2 * MARGIN,
    hasLinks: false,
    body: body.join(''),
  });
}
