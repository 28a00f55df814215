import type { FlowEdge } from './diagram.ts';
import { roomForLoops } from './loop-brackets.ts';
import type { Face, Plan, RouteBoard, RowBox, Side } from './route-board.ts';

/** Something that a lane outside must keep clear of; rows counted with the gaps between them. */
interface Obstacle {
  row: number;
  left: number;
  right: number;
}

const OUTSIDE_PX = 20;
const LANE_BESIDE_LANE_PX = 14;
/** What it costs a side, in pixels of detour, that a node stands in the way or that a line already leaves there. */
const COST = { blocked: 200, taken: 60 };

/**
 * The ways of the edges that lead back: up a lane outside everything that they pass, on the side where that is nearest.
 * The shortest stand innermost.
 */
export function planReturning(board: RouteBoard): Plan[] {
  const { ranked, box } = board;
  const obstacles = obstaclesOf(board);
  const rowsBack = ({ from, to }: FlowEdge) => box(from).row - box(to).row;
  return [...ranked.returning]
    .sort((a, b) => rowsBack(a) - rowsBack(b))
    .map((edge) => planBack(edge, board, obstacles));
}

function planBack(edge: FlowEdge, board: RouteBoard, obstacles: Obstacle[]): Plan {
  const { box, isClear, usesOf, takeSide, takeTrack, takeLabel, meetingX } = board;
  const [from, to] = [box(edge.from), box(edge.to)];
  const label = board.labelOf(edge);
  const labelGap = from.row - 1;
  const labelRow = 2 * labelGap + 1;

  /** A diamond's corner holds one line; a way back to a taken corner joins the line that enters on top. */
  const entersOnTop = (side: Side) => to.shape === 'diamond' && to.row > 0 && usesOf(edge.to, side).length > 0;
  const topRow = (side: Side) => 2 * to.row - (entersOnTop(side) ? 1 : 0);
  const isFree = (node: RowBox, side: Side) => isClear(node, side === 'right' ? Infinity : -Infinity);
  const distanceTo = (side: Side) => {
    const beside = outermost(obstacles, side, topRow(side), 2 * from.row) + OUTSIDE_PX;
    if (!label) return beside;
    const withLabel = outermost(obstacles, side, labelRow, labelRow) + (label.width + LANE_BESIDE_LANE_PX) / 2;
    return Math.max(beside, withLabel);
  };
  const costOf = (side: Side) =>
    distanceTo(side) -
    (side === 'right' ? from.x : -from.x) +
    [from, to].filter((node) => !isFree(node, side)).length * COST.blocked +
    [from, to].filter(({ id }) => usesOf(id, side).includes('out')).length * COST.taken;

  const side: Side = costOf('left') < costOf('right') ? 'left' : 'right';
  const sign = side === 'right' ? 1 : -1;
  const lane = sign * distanceTo(side);
  for (let row = topRow(side); row <= 2 * from.row; row += 1) {
    const half = (label && row === labelRow ? label.width / 2 : 0) - (OUTSIDE_PX - LANE_BESIDE_LANE_PX);
    obstacles.push({ row, left: lane - half, right: lane + half });
  }

  const startFace: Face = isFree(from, side) ? side : 'top';
  const startX = startFace === side ? from.x : from.x + (sign * from.width) / 4;
  const leaving =
    startFace === side
      ? takeSide(edge.from, side, 'back out')
      : takeTrack(from.row - 1, 'arriving', { key: `back ${edge.from}`, from: startX, to: lane });

  const endFace: Face = entersOnTop(side) ? 'top' : isFree(to, side) ? side : 'bottom';
  const endX = endFace === 'top' ? meetingX(edge.to, 'to') : endFace === side ? to.x : to.x + (sign * to.width) / 4;
  const stretch = { from: lane, to: endX };
  const arriving =
    endFace === side
      ? takeSide(edge.to, side, 'back in')
      : endFace === 'top'
        ? takeTrack(to.row - 1, 'arriving', { key: `in ${edge.to}`, ...stretch })
        : takeTrack(to.row, 'leaving', { key: `back to ${edge.to}`, ...stretch });

  if (label) takeLabel(labelGap, label.height);
  return {
    edge,
    start: { id: edge.from, face: startFace, x: startX },
    end: { id: edge.to, face: endFace, x: endX },
    turns: [
      { level: leaving, x: lane },
      { level: arriving, x: endX },
    ],
    ...(label ? { label: { x: lane, gap: labelGap } } : {}),
  };
}

function obstaclesOf({ boxes, ranked, box, lanesOf, labelOf }: RouteBoard): Obstacle[] {
  const nodes = boxes.map(({ id, row, x, width }) => {
    const loops = ranked.loops.filter(({ from }) => from === id).map(labelOf);
    return { row: 2 * row, left: x - width / 2, right: x + width / 2 + roomForLoops(loops) };
  });
  const lanes = ranked.forward.flatMap((edge) =>
    lanesOf(edge).map((x, index) => {
      const half = index === 0 ? (labelOf(edge)?.width ?? 0) / 2 : 0;
      return { row: 2 * box(edge.from).row + 1 + index, left: x - half, right: x + half };
    }),
  );
  return [...nodes, ...lanes];
}

/** How far out the obstacles of some rows reach on a side, counted away from the middle. */
function outermost(obstacles: Obstacle[], side: Side, fromRow: number, toRow: number): number {
  const within = obstacles.filter(({ row }) => row >= fromRow && row <= toRow);
  return Math.max(...within.map(({ left, right }) => (side === 'right' ? right : -left)));
}
