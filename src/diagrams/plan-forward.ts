import type { FlowEdge } from './diagram.ts';
import { SIDE_CLEARANCE_PX, type Plan, type RouteBoard, type Side } from './route-board.ts';

/** From a line that turns into the side of a node to that side: room for the corner and the arrow. */
const SIDE_ENTRY_PX = 14;

/**
 * The way of an edge that leads on: straight down where it can; out of its node's side where its lane lies beyond the
 * node; else over tracks of the gaps that it passes.
 */
export function planForward(edge: FlowEdge, board: RouteBoard): Plan {
  const { ranked, box, isClear, meetingX, takeSide, takeTrack, takeLabel } = board;
  const [from, to] = [box(edge.from), box(edge.to)];
  const lanes = board.lanesOf(edge);
  const first = lanes[0] ?? to.x;
  const isMain = (other: FlowEdge) => ranked.mainLine.has(other);
  const turns: Plan['turns'] = [];

  const leavesSideways =
    (from.shape === 'diamond' || ranked.forward.some((other) => other.from === edge.from && isMain(other))) &&
    Math.abs(first - from.x) > from.width / 2 + SIDE_CLEARANCE_PX &&
    isClear(from, first);
  const startX = meetingX(edge.from, 'from');
  const startSide: Side = first > from.x ? 'right' : 'left';
  let x = startX;
  if (leavesSideways) {
    turns.push({ level: takeSide(edge.from, startSide, 'out'), x: first });
    x = first;
  }

  const own = `${edge.from} ${edge.to}`;
  lanes.forEach((lane, index) => {
    if (lane === x) return;
    // Lanes alternate: inside a gap, then past the row under it.
    const gap = from.row + Math.floor(index / 2);
    const [zone, key] =
      index === 0
        ? (['leaving', `out ${edge.from}`] as const)
        : ([index % 2 === 0 ? 'leaving' : 'arriving', own] as const);
    turns.push({ level: takeTrack(gap, zone, { key, from: x, to: lane }), x: lane });
    x = lane;
  });

  // A branch that comes back to the main line joins it from the side, so that it is not taken for the main line.
  const entersSideways =
    !isMain(edge) &&
    ranked.forward.some((other) => other.to === edge.to && isMain(other)) &&
    Math.abs(x - to.x) > to.width / 2 + SIDE_ENTRY_PX &&
    isClear(to, x);
  const endX = meetingX(edge.to, 'to');
  const endSide: Side = x > to.x ? 'right' : 'left';
  if (entersSideways) {
    turns.push({ level: takeSide(edge.to, endSide, 'in'), x: endX });
  } else if (x !== endX) {
    turns.push({ level: takeTrack(to.row - 1, 'arriving', { key: `in ${edge.to}`, from: x, to: endX }), x: endX });
  }

  const label = board.labelOf(edge);
  if (label) takeLabel(from.row, label.height);
  return {
    edge,
    start: { id: edge.from, face: leavesSideways ? startSide : 'bottom', x: startX },
    end: { id: edge.to, face: entersSideways ? endSide : 'top', x: endX },
    turns,
    ...(label ? { label: { x: first, gap: from.row } } : {}),
  };
}
