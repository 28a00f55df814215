import type { OutlineCommand } from '../card-font.ts';

type Point = readonly [x: number, y: number];

/** A closed outline: where it starts, then lines and cubic curves. */
export interface Contour {
  start: Point;
  segments: ({ kind: 'line'; to: Point } | { kind: 'curve'; from: Point; towards: Point; to: Point })[];
}

/** How far a joined curve may lie from those it stands for, in font units: far below what a printer can show. */
const NEAR = 1.2;
/** A cubic drawn as quadratics never took more pieces than this. */
const PIECES_AT_MOST = 6;

/**
 * The contours of a glyph. TrueType fonts draw one cubic curve as several quadratic ones; runs of these are joined again,
 * which takes half the space.
 */
export function smoothOutline(commands: readonly OutlineCommand[]): Contour[] {
  const contours: Contour[] = [];
  let at: Point = [0, 0];
  let index = 0;
  while (index < commands.length) {
    const { command, args } = commands[index] ?? { command: 'closePath', args: [] };
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
    const contour = contours.at(-1);
    index += 1;
    if (command === 'moveTo') {
      at = [a, b];
      contours.push({ start: at, segments: [] });
    } else if (command === 'lineTo') {
      at = [a, b];
      contour?.segments.push({ kind: 'line', to: at });
    } else if (command === 'bezierCurveTo') {
      at = [e, f];
      contour?.segments.push({ kind: 'curve', from: [a, b], towards: [c, d], to: at });
    } else if (command === 'quadraticCurveTo') {
      const { pieces, from, towards, to } = joinQuadratics(at, quadraticsFrom(commands, index - 1));
      at = to;
      index += pieces - 1;
      contour?.segments.push({ kind: 'curve', from, towards, to });
    }
  }
  return contours;
}

interface Quadratic {
  control: Point;
  to: Point;
}

function quadraticsFrom(commands: readonly OutlineCommand[], first: number): Quadratic[] {
  const found: Quadratic[] = [];
  for (const { command, args } of commands.slice(first, first + PIECES_AT_MOST)) {
    if (command !== 'quadraticCurveTo') break;
    const [a = 0, b = 0, c = 0, d = 0] = args;
    found.push({ control: [a, b], to: [c, d] });
  }
  return found;
}

/** The longest run of quadratics that one cubic can stand for, and that cubic. */
function joinQuadratics(
  start: Point,
  run: readonly Quadratic[],
): { pieces: number; from: Point; towards: Point; to: Point } {
  for (let pieces = run.length; ; pieces -= 1) {
    const joined = run.slice(0, pieces);
    const [first, last] = [joined[0], joined.at(-1)];
    if (!first || !last) throw new Error('A run of no curves cannot be joined.');
    // Cut into n equal parts, a cubic leaves each end n times as slowly as its first and last quadratic do.
    const reach = (2 * pieces) / 3;
    const from = toward(start, first.control, reach);
    const towards = toward(last.to, last.control, reach);
    if (pieces === 1 || liesNear(start, from, towards, joined)) return { pieces, from, towards, to: last.to };
  }
}

function liesNear(start: Point, from: Point, towards: Point, run: readonly Quadratic[]): boolean {
  const end = run.at(-1)?.to ?? start;
  const cubicAt = (t: number): Point => {
    const [p, q, r, s] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
    return [
      p * start[0] + q * from[0] + r * towards[0] + s * end[0],
      p * start[1] + q * from[1] + r * towards[1] + s * end[1],
    ];
  };
  let begin = start;
  return run.every(({ control, to }, index) => {
    const middle: Point = [
      0.25 * begin[0] + 0.5 * control[0] + 0.25 * to[0],
      0.25 * begin[1] + 0.5 * control[1] + 0.25 * to[1],
    ];
    begin = to;
    return (
      distance(cubicAt((index + 0.5) / run.length), middle) <= NEAR &&
      distance(cubicAt((index + 1) / run.length), to) <= NEAR
    );
  });
}

function toward(from: Point, to: Point, share: number): Point {
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
