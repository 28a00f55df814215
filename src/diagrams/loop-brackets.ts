import type { Point, Rect, Size } from './geometry.ts';

export interface LoopBracket {
  points: Point[];
  label?: Point;
}

const OUT_PX = 20;
const SPREAD_PX = 9;
const GAP_PX = 6;

/** Room that the ways from a node to itself take on its right. */
export function roomForLoops(labels: (Size | undefined)[]): number {
  return labels.reduce((room, label) => room + OUT_PX + (label ? label.width + GAP_PX : 0), 0);
}

/** Ways from a node to itself: each a bracket on its right, a further one around the nearer. */
export function loopBrackets(node: Rect, labels: (Size | undefined)[]): LoopBracket[] {
  const side = node.x + node.width / 2;
  return labels.map((label, index) => {
    const out = side + roomForLoops(labels.slice(0, index)) + OUT_PX;
    const spread = SPREAD_PX + index * GAP_PX;
    const points = [
      { x: side, y: node.y - spread },
      { x: out, y: node.y - spread },
      { x: out, y: node.y + spread },
      { x: side, y: node.y + spread },
    ];
    return label ? { points, label: { x: out + GAP_PX / 2 + label.width / 2, y: node.y } } : { points };
  });
}
