import type { Lang } from '../model/localized.ts';
import type { Sequence, SequenceRow } from './diagram.ts';
import { diagramTexts } from './diagram-texts.ts';
import { renderPicture, renderText, shortened, tipPath, type Picture } from './picture.ts';
import { markup, round } from './svg-markup.ts';
import { wrapText, type MeasureText } from './text-wrap.ts';

const ACTOR = { fontSizePx: 15, lineHeightPx: 21, weight: 600, maxEm: 6.2, paddingX: 14, paddingY: 9 };
const WORDS = { fontSizePx: 14, lineHeightPx: 20, weight: 400 };
const FRAME = { fontSizePx: 14, lineHeightPx: 19, weight: 600 };
const COLUMN = { two: 214, more: 124 };
const GAP = { underActors: 14, row: 14, overArrow: 8, frame: 10, end: 12 };
const NOTE_PADDING = { x: 12, y: 7 };
const FRAME_INSET = 6;
const SELF = { out: 22, drop: 16 };
const MARGIN = 2;

/** Draws who says what to whom, from top to bottom: a column for each, the words over the arrows. */
export function renderSequence(sequence: Sequence, id: string, lang: Lang, measure: MeasureText): Picture {
  const { actors, rows } = sequence;
  const text = diagramTexts(lang);
  const depth = deepestFrame(rows);
  const heads = actors.map(({ label }) => {
    const lines = wrapText(label, { ...ACTOR, maxWidthPx: ACTOR.maxEm * ACTOR.fontSizePx }, measure);
    const width =
      Math.max(...lines.map((line) => measure(line, ACTOR.fontSizePx, ACTOR.weight)), 40) + 2 * ACTOR.paddingX;
    return { lines, width, height: lines.length * ACTOR.lineHeightPx + 2 * ACTOR.paddingY };
  });
  const headHeight = Math.max(0, ...heads.map(({ height }) => height));
  const step = actors.length <= 2 ? COLUMN.two : COLUMN.more;
  const firstX = MARGIN + Math.max((heads[0]?.width ?? 0) / 2, depth > 0 ? 44 : 0);
  const lastHalf = Math.max((heads.at(-1)?.width ?? 0) / 2, depth > 0 ? 44 : 0);
  const columnX = new Map(actors.map((actor, index) => [actor.id, firstX + index * step]));
  const xOf = (actor: string) => columnX.get(actor) ?? firstX;
  const lastX = firstX + Math.max(0, actors.length - 1) * step;
  const width = lastX + lastHalf + MARGIN;

  const frames: string[] = [];
  const lines: Record<'solid' | 'dotted', string[]> = { solid: [], dotted: [] };
  const tips: string[] = [];
  const words: string[] = [];
  const open: { top: number; level: number }[] = [];
  let y = MARGIN + headHeight + GAP.underActors;

  const fit = (label: string, maxWidthPx: number, font = WORDS) => wrapText(label, { ...font, maxWidthPx }, measure);
  const widthOf = (fitted: string[], font = WORDS) =>
    Math.max(0, ...fitted.map((line) => measure(line, font.fontSizePx, font.weight)));
  const say = (fitted: string[], x: number, top: number, font = WORDS, className = 'dg-said dg-words') => {
    const height = fitted.length * font.lineHeightPx;
    const room = { x: x - widthOf(fitted, font) / 2 - 4, y: top, width: widthOf(fitted, font) + 8, height };
    words.push(
      markup(
        'g',
        { class: className },
        markup('rect', { ...room, rx: 4 }),
        renderText(fitted, { x, y: top + height / 2 }, font),
      ),
    );
  };
  const frameLabel = (label: string, level: number) => {
    const fitted = fit(label, width - 2 * (level * FRAME_INSET + 16), FRAME);
    const left = MARGIN + level * FRAME_INSET + 8 + widthOf(fitted, FRAME) / 2 + 4;
    say(fitted, left, y + 4, FRAME, 'dg-said dg-frame-label');
    y += fitted.length * FRAME.lineHeightPx + GAP.frame + 4;
  };

  for (const row of rows) {
    switch (row.row) {
      case 'message': {
        const [from, to] = [xOf(row.from), xOf(row.to)];
        if (row.from === row.to) {
          const sign = from === lastX && actors.length > 1 ? -1 : 1;
          const fitted = fit(row.label, step - SELF.out - 24);
          const height = Math.max(SELF.drop, fitted.length * WORDS.lineHeightPx);
          const middle = y + height / 2;
          const out = from + sign * SELF.out;
          const end = { x: from, y: middle + SELF.drop / 2 };
          const beforeEnd = { x: out, y: end.y };
          const stop = shortened(row.tip, end, beforeEnd);
          lines[row.line].push(
            `M${round(from)} ${round(middle - SELF.drop / 2)}H${round(out - sign * 8)}q${sign * 8} 0 ${sign * 8} 8q0 8 ${-sign * 8} 8H${round(stop.x)}`,
          );
          tips.push(tipPath(row.tip, end, beforeEnd));
          say(fitted, out + sign * (8 + widthOf(fitted) / 2), middle - (fitted.length * WORDS.lineHeightPx) / 2);
          y += height + GAP.row;
          break;
        }
        const fitted = fit(row.label, Math.abs(to - from) - 18);
        say(fitted, (from + to) / 2, y);
        y += fitted.length * WORDS.lineHeightPx + GAP.overArrow;
        const [start, end] = [
          { x: from, y },
          { x: to, y },
        ];
        const stop = shortened(row.tip, end, start);
        lines[row.line].push(`M${round(from)} ${round(y)}H${round(stop.x)}`);
        tips.push(tipPath(row.tip, end, start));
        y += GAP.row;
        break;
      }
      case 'note': {
        const [left, right] = [Math.min(xOf(row.from), xOf(row.to)), Math.max(xOf(row.from), xOf(row.to))];
        const fitted = fit(row.label, Math.max(right - left, step * 0.8));
        const room = {
          width: widthOf(fitted) + 2 * NOTE_PADDING.x,
          height: fitted.length * WORDS.lineHeightPx + 2 * NOTE_PADDING.y,
        };
        const x = Math.min(Math.max((left + right) / 2, MARGIN + room.width / 2), width - MARGIN - room.width / 2);
        words.push(
          markup(
            'g',
            { class: 'dg-node dg-note dg-words' },
            markup('rect', { x: x - room.width / 2, y, ...room, rx: 4 }),
            renderText(fitted, { x, y: y + room.height / 2 }, WORDS),
          ),
        );
        y += room.height + GAP.row;
        break;
      }
      case 'frame-start':
        open.push({ top: y, level: open.length });
        frameLabel(
          row.label ? text('frame', { frame: text(row.frame), words: row.label }) : text(row.frame),
          open.length - 1,
        );
        break;
      case 'frame-else': {
        const level = Math.max(0, open.length - 1);
        frames.push(
          markup('path', {
            class: 'dg-frame dg-frame-part',
            d: `M${round(MARGIN + level * FRAME_INSET)} ${round(y)}H${round(width - MARGIN - level * FRAME_INSET)}`,
          }),
        );
        const otherwise = text(row.frame === 'par' ? 'par-else' : 'else');
        frameLabel(row.label ? text('frame', { frame: otherwise, words: row.label }) : otherwise, level);
        break;
      }
      case 'frame-end': {
        const frame = open.pop();
        if (!frame) break;
        const inset = MARGIN + frame.level * FRAME_INSET;
        frames.push(
          markup('rect', {
            class: 'dg-frame',
            x: inset,
            y: frame.top,
            width: width - 2 * inset,
            height: y - frame.top,
            rx: 8,
          }),
        );
        y += GAP.frame;
        break;
      }
    }
  }
  const bottom = y + GAP.end - GAP.row / 2;
  const lifelines = actors
    .map((actor) => `M${round(xOf(actor.id))} ${round(MARGIN + headHeight)}V${round(bottom)}`)
    .join('');
  return renderPicture({
    id,
    title: sequence.title,
    description: sequence.description,
    width,
    height: bottom + MARGIN,
    hasLinks: false,
    body: [
      ...frames,
      markup('path', { class: 'dg-lifeline', d: lifelines }),
      ...(['solid', 'dotted'] as const).map((kind) =>
        lines[kind].length > 0
          ? markup('path', { class: kind === 'solid' ? 'dg-line' : 'dg-line dg-dotted', d: lines[kind].join('') })
          : '',
      ),
      tips.some(Boolean) ? markup('path', { class: 'dg-tip', d: tips.join('') }) : '',
      ...heads.map(({ lines: label, width: own }, index) => {
        const x = firstX + index * step;
        return markup(
          'g',
          { class: 'dg-node dg-pill' },
          markup('rect', { x: x - own / 2, y: MARGIN, width: own, height: headHeight, rx: 10 }),
          renderText(label, { x, y: MARGIN + headHeight / 2 }, ACTOR),
        );
      }),
      ...words,
    ].join(''),
  });
}

function deepestFrame(rows: SequenceRow[]): number {
  let level = 0;
  let deepest = 0;
  for (const { row } of rows) {
    if (row === 'frame-start') deepest = Math.max(deepest, (level += 1));
    if (row === 'frame-end') level -= 1;
  }
  return deepest;
}
