import type { FlowEdge } from './diagram.ts';
import type { Point, Size } from './geometry.ts';
import { loopBrackets } from './loop-brackets.ts';
import { planForward } from './plan-forward.ts';
import { planReturning } from './plan-returning.ts';
import type { RankedFlow } from './rank-flow.ts';
import {
  createRouteBoard,
  TRACK_PX,
  type Gap,
  type Level,
  type Plan,
  type RouteBoard,
  type RowBox,
} from './route-board.ts';

interface Route {
  points: Point[];
  /** Centre of the label, for an edge that has one. */
  label?: Point;
}

export interface RoutedEdges {
  centreOf: Map<string, Point>;
  routes: Map<FlowEdge, Route>;
}

/** Heights of rows and gaps, once it is known what runs in them. */
interface Stack {
  /** By row: its middle, its lower edge, and the depth of the gap under it. */
  middle: number[];
  bottom: number[];
  gapDepth: number[];
}

const MIN_GAP_PX = 36;
/** Straight piece between a row and the first turn; around a label; before a turn; and under an arrow's last turn. */
const STEM = { leaving: 14, label: 11, turn: 9, arriving: 21, plain: 14 };
/** Between lines that share the side of a node: two of them, or more. */
const SPREAD_PX = { two: 18, more: 11 };

/**
 * Finds the way of every edge, and with it how far apart the rows must stand.
 * @param laneAt where a forward edge passes; rows counted with the gaps between them, as `orderRows` does.
 */
export function routeEdges({
  boxes,
  ranked,
  labelOf,
  laneAt,
}: {
  boxes: RowBox[];
  ranked: RankedFlow;
  labelOf: (edge: FlowEdge) => Size | undefined;
  laneAt: (edge: FlowEdge, row: number) => number;
}): RoutedEdges {
  const board = createRouteBoard(boxes, ranked, labelOf, laneAt);
  const plans = [...ranked.forward.map((edge) => planForward(edge, board)), ...planReturning(board)];
  const stack = stackRows(board);
  const routes = new Map(plans.map((plan) => [plan.edge, drawPlan(plan, board, stack)]));
  for (const box of boxes) {
    const loops = ranked.loops.filter(({ from }) => from === box.id);
    loopBrackets({ ...box, y: stack.middle[box.row] ?? 0 }, loops.map(labelOf)).forEach((bracket, index) => {
      const loop = loops[index];
      if (loop) routes.set(loop, bracket);
    });
  }
  return { routes, centreOf: new Map(boxes.map(({ id, row, x }) => [id, { x, y: stack.middle[row] ?? 0 }])) };
}

function stackRows({ boxes, gaps, ranked, labelOf }: RouteBoard): Stack {
  const stack: Stack = { middle: [], bottom: [], gapDepth: [] };
  const depthOf = ({ id, height }: RowBox) =>
    Math.max(height, ...ranked.loops.filter(({ from }) => from === id).map((loop) => labelOf(loop)?.height ?? 0));
  let y = 0;
  gaps.forEach((gap, row) => {
    const height = Math.max(0, ...boxes.filter((box) => box.row === row).map(depthOf));
    const { before, after } = roomAroundLabels(gap);
    const depth = Math.max(MIN_GAP_PX, before + gap.labelDepth + after);
    stack.middle.push(y + height / 2);
    stack.bottom.push(y + height);
    stack.gapDepth.push(depth);
    y += height + depth;
  });
  return stack;
}

function roomAroundLabels({ leaving, arriving }: Gap): { before: number; after: number } {
  const tracks = (zone: Gap['leaving']) => (zone.length - 1) * TRACK_PX + STEM.turn;
  return {
    before: leaving.length > 0 ? STEM.leaving + tracks(leaving) : STEM.label,
    after: arriving.length > 0 ? STEM.arriving + tracks(arriving) : STEM.plain,
  };
}

function drawPlan(plan: Plan, board: RouteBoard, stack: Stack): Route {
  const start = pointOn(plan.start, plan.turns[0]?.level, board, stack);
  const points = [start];
  let { x } = start;
  for (const turn of plan.turns) {
    const y = heightOf(turn.level, board, stack);
    points.push({ x, y }, { x: turn.x, y });
    x = turn.x;
  }
  // A way into a side ends at the side, not in the middle of the node that its last turn aims for.
  if (plan.end.face === 'left' || plan.end.face === 'right') points.pop();
  points.push(pointOn(plan.end, plan.turns.at(-1)?.level, board, stack));
  if (!plan.label) return { points };
  return { points, label: { x: plan.label.x, y: labelHeight(plan.label.gap, board, stack) } };
}

function heightOf(level: Level, { box, usesOf }: RouteBoard, { middle, bottom, gapDepth }: Stack): number {
  switch (level.at) {
    case 'node': {
      const uses = usesOf(level.id, level.side);
      const place = uses.indexOf(level.use) - (uses.length - 1) / 2;
      return (middle[box(level.id).row] ?? 0) + place * (uses.length > 2 ? SPREAD_PX.more : SPREAD_PX.two);
    }
    case 'leaving':
      return (bottom[level.gap] ?? 0) + STEM.leaving + level.track * TRACK_PX;
    case 'arriving':
      return (bottom[level.gap] ?? 0) + (gapDepth[level.gap] ?? 0) - STEM.arriving - level.track * TRACK_PX;
  }
}

/** The middle of the labels of a gap: where nothing turns, the middle of what room there is. */
function labelHeight(row: number, { gaps }: RouteBoard, { bottom, gapDepth }: Stack): number {
  const gap = gaps[row] ?? { leaving: [], arriving: [], labelDepth: 0 };
  const { before, after } = roomAroundLabels(gap);
  const spare = (gapDepth[row] ?? 0) - before - gap.labelDepth - after;
  return (bottom[row] ?? 0) + before + gap.labelDepth / 2 + (gap.leaving.length > 0 ? 0 : spare / 2);
}

/** Where a line meets the outline of its node; `level` is the turn next to it, which tells the height on a side. */
function pointOn({ id, face, x }: Plan['start'], level: Level | undefined, board: RouteBoard, stack: Stack): Point {
  const node = board.box(id);
  const y = stack.middle[node.row] ?? 0;
  /** Share of the half extent that is left, at a distance from the middle, for shapes that grow narrower. */
  const reach = (distance: number, half: number) =>
    node.shape === 'diamond' ? 1 - Math.abs(distance) / (half || 1) : 1;
  switch (face) {
    case 'top':
      return { x, y: y - (node.height / 2) * reach(x - node.x, node.width / 2) };
    case 'bottom':
      return { x, y: y + (node.height / 2) * reach(x - node.x, node.width / 2) };
    case 'left':
    case 'right': {
      const at = level?.at === 'node' ? heightOf(level, board, stack) : y;
      const half = (node.width / 2) * reach(at - y, node.height / 2);
      return { x: node.x + (face === 'left' ? -half : half), y: at };
    }
  }
}
