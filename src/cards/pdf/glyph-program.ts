import type { Contour } from './smooth-outline.ts';

/** Width that a glyph has when its program does not say; what it says counts from the other. */
export const USUAL_WIDTH = 1000;
export const NOMINAL_WIDTH = 500;

/** Type 2 operators (Adobe Technical Note 5177). */
const OP = {
  vmove: 4,
  line: 5,
  hline: 6,
  vline: 7,
  curve: 8,
  end: 14,
  move: 21,
  hmove: 22,
  vv: 26,
  hh: 27,
  vh: 30,
  hv: 31,
};
/** A program may not hold more numbers at a time. */
const NUMBERS_AT_MOST = 48;

/** Numbers gathered for one operator; `next` is the direction that an alternating run goes on in. */
interface Run {
  operator: number;
  numbers: number[];
  next?: 'h' | 'v';
}

/** The Type 2 program of a glyph, in thousandths of an em, straight and level pieces in their shortest form. */
export function glyphProgram(contours: readonly Contour[], width: number, unitsPerEm: number): Uint8Array {
  const scaled = (value: number): number => Math.round((value * 1000) / unitsPerEm);
  const bytes: number[] = [];
  if (scaled(width) !== USUAL_WIDTH) bytes.push(...number(scaled(width) - NOMINAL_WIDTH));
  let run: Run | undefined;
  const close = (): void => {
    if (run) bytes.push(...run.numbers.flatMap(number), run.operator);
    run = undefined;
  };
  /** Adds to the run at hand when it is of the same operator and goes on in the right direction. */
  const gather = (operator: number, numbers: number[], direction?: 'h' | 'v'): void => {
    const goesOn =
      run !== undefined &&
      run.numbers.length + numbers.length <= NUMBERS_AT_MOST &&
      (direction === undefined
        ? run.operator === operator
        : sameFamily(run.operator, operator) && run.next === direction);
    if (!goesOn) {
      close();
      run = { operator, numbers: [] };
    }
    run?.numbers.push(...numbers);
    if (run && direction !== undefined) run.next = direction === 'h' ? 'v' : 'h';
  };

  let [x, y] = [0, 0];
  for (const { start, segments } of contours) {
    close();
    const [dx, dy] = [scaled(start[0]) - x, scaled(start[1]) - y];
    if (dy === 0) bytes.push(...number(dx), OP.hmove);
    else if (dx === 0) bytes.push(...number(dy), OP.vmove);
    else bytes.push(...number(dx), ...number(dy), OP.move);
    [x, y] = [scaled(start[0]), scaled(start[1])];
    for (const segment of segments) {
      const [endX, endY] = [scaled(segment.to[0]), scaled(segment.to[1])];
      if (segment.kind === 'line') {
        const [stepX, stepY] = [endX - x, endY - y];
        if (stepY === 0 && stepX !== 0) gather(OP.hline, [stepX], 'h');
        else if (stepX === 0 && stepY !== 0) gather(OP.vline, [stepY], 'v');
        else if (stepX !== 0) gather(OP.line, [stepX, stepY]);
      } else {
        const [ax, ay] = [scaled(segment.from[0]), scaled(segment.from[1])];
        const [bx, by] = [scaled(segment.towards[0]), scaled(segment.towards[1])];
        const [ux, uy, vx, vy, wx, wy] = [ax - x, ay - y, bx - ax, by - ay, endX - bx, endY - by];
        if (uy === 0 && wx === 0) gather(OP.hv, [ux, vx, vy, wy], 'h');
        else if (ux === 0 && wy === 0) gather(OP.vh, [uy, vx, vy, wx], 'v');
        else if (uy === 0 && wy === 0) gather(OP.hh, [ux, vx, vy, wx]);
        else if (ux === 0 && wx === 0) gather(OP.vv, [uy, vx, vy, wy]);
        else gather(OP.curve, [ux, uy, vx, vy, wx, wy]);
      }
      [x, y] = [endX, endY];
    }
  }
  close();
  bytes.push(OP.end);
  return Uint8Array.from(bytes);
}

/** Lines go on level, upright, level …, curves likewise; the operator only says which comes first. */
function sameFamily(a: number, b: number): boolean {
  const lines = [OP.hline, OP.vline];
  const curves = [OP.hv, OP.vh];
  return (lines.includes(a) && lines.includes(b)) || (curves.includes(a) && curves.includes(b));
}

/** A whole number as a Type 2 program holds it. */
function number(value: number): number[] {
  if (value >= -107 && value <= 107) return [value + 139];
  if (value >= 108 && value <= 1131) return [247 + ((value - 108) >> 8), (value - 108) & 255];
  if (value <= -108 && value >= -1131) return [251 + ((-value - 108) >> 8), (-value - 108) & 255];
  return [28, (value >> 8) & 255, value & 255];
}
