export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** A rectangle by its centre. */
export interface Rect extends Point, Size {}

const CORNER_PX = 9;

/** Drops points that stand on the straight line between their neighbours, and repeated ones. */
export function withoutIdlePoints(points: Point[]): Point[] {
  const distinct = points.filter((point, index) => {
    const before = points[index - 1];
    return !before || Math.hypot(point.x - before.x, point.y - before.y) > 0.05;
  });
  return distinct.filter((point, index) => {
    const before = distinct[index - 1];
    const after = distinct[index + 1];
    if (!before || !after) return true;
    const cross = (point.x - before.x) * (after.y - point.y) - (point.y - before.y) * (after.x - point.x);
    return Math.abs(cross) > 0.05;
  });
}

/** Path data of a line through `points` with rounded corners. */
export function roundedPath(points: Point[], format: (value: number) => number, cornerPx = CORNER_PX): string {
  const [first, ...rest] = withoutIdlePoints(points);
  if (!first) return '';
  const write = ({ x, y }: Point) => `${format(x)} ${format(y)}`;
  const parts = [`M${write(first)}`];
  let previous = first;
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    if (!next) {
      parts.push(`L${write(point)}`);
      return;
    }
    const into = Math.hypot(point.x - previous.x, point.y - previous.y);
    const out = Math.hypot(next.x - point.x, next.y - point.y);
    const radius = Math.min(cornerPx, into / 2, out / 2);
    const start = towards(point, previous, radius / into);
    const end = towards(point, next, radius / out);
    parts.push(`L${write(start)}Q${write(point)} ${write(end)}`);
    previous = point;
  });
  return parts.join('');
}

/** The point at a share of the way from one point to another. */
export function towards(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
