import { hueColors, PAPER_COLORS, type HueColors } from '../model/hue.ts';
import type { Tone } from './break-lines.ts';
import { PT_PER_MM, type CardSize } from './card-size.ts';
import { SIGNS, type FaceContent, type Mark } from './face.ts';
import type { FittedFace } from './fit-face.ts';
import type { Placed } from './frame.ts';
import { BLEED_MM } from './impose.ts';
import type { QrModules } from './qr-modules.ts';
import type { Scene, Shape } from './scene.ts';

const RULE_PT = 0.5;

/** Marks in a square of 16 units whose lower edge is the baseline; the same signs as on the pages. */
const MARKS: Record<Mark, { d: string; width: number }> = {
  do: { d: 'M2 8.6 L6 12.6 L14 3.2', width: 2.5 },
  dont: { d: 'M3 3 L13 13 M13 3 L3 13', width: 2.5 },
  tick: { d: 'M2 2 L14 2 L14 14 L2 14 Z', width: 1.4 },
  dot: {
    d: 'M4 8 C4 7.34 4.54 6.8 5.2 6.8 C5.86 6.8 6.4 7.34 6.4 8 C6.4 8.66 5.86 9.2 5.2 9.2 C4.54 9.2 4 8.66 4 8 Z',
    width: 2.4,
  },
};

/** Draws a fitted face in its theme's colours: stripe (running on beyond the trim), QR code, rules, marks, and text in reading order. */
export function composeFace(face: FaceContent, fitted: FittedFace, size: CardSize, qr?: QrModules): Scene {
  const hue = hueColors(face.hue);
  const tones: Record<Tone, string> = {
    ink: PAPER_COLORS.ink,
    soft: PAPER_COLORS.inkSoft,
    accent: hue.accent,
    strong: hue.accentStrong,
  };
  const stripe: Shape = {
    kind: 'rect',
    xPt: -BLEED_MM * PT_PER_MM,
    yPt: -BLEED_MM * PT_PER_MM,
    widthPt: (BLEED_MM + size.stripeMm) * PT_PER_MM,
    heightPt: (size.heightMm + 2 * BLEED_MM) * PT_PER_MM,
    fill: hue.accent,
  };
  return {
    lang: face.lang,
    title: face.title,
    widthMm: size.widthMm,
    heightMm: size.heightMm,
    cornerMm: size.cornerMm,
    shapes: [
      stripe,
      ...(fitted.qr && qr ? [qrShape(fitted.qr, qr)] : []),
      ...fitted.placed.map((placed) => shapeOf(placed, tones, hue)),
    ],
  };
}

function qrShape({ xPt, yPt, widthPt }: NonNullable<FittedFace['qr']>, { size, rects }: QrModules): Shape {
  return { kind: 'modules', xPt, yPt, scalePt: widthPt / size, rects, fill: '#000000' };
}

/** The sign in front of a statement, as tall as its line's text. */
export function markShape(mark: Mark, xPt: number, baselinePt: number, sizePt: number, hue: HueColors): Shape {
  const { d, width } = MARKS[mark];
  const sidePt = sizePt * 0.82;
  const yPt = baselinePt - 0.37 * sizePt - sidePt / 2;
  const colors: Record<Mark, string> = {
    do: PAPER_COLORS.do,
    dont: PAPER_COLORS.dont,
    tick: hue.accent,
    dot: hue.accent,
  };
  return { kind: 'stroke', d, xPt, yPt, scalePt: sidePt / 16, width, stroke: colors[mark], says: SIGNS[mark] };
}

function shapeOf(placed: Placed, tones: Record<Tone, string>, hue: HueColors): Shape {
  switch (placed.kind) {
    case 'rule':
      return {
        kind: 'rect',
        xPt: placed.xPt,
        yPt: placed.yPt - RULE_PT / 2,
        widthPt: placed.widthPt,
        heightPt: RULE_PT,
        fill: hue.line,
      };
    case 'mark':
      return markShape(placed.mark, placed.xPt, placed.baselinePt, placed.sizePt, hue);
    case 'text': {
      const { text, widthPt, weight, tone } = placed.piece;
      const { xPt, baselinePt, sizePt } = placed;
      return { kind: 'text', xPt, baselinePt, widthPt, sizePt, weight, fill: tones[tone], text };
    }
  }
}
