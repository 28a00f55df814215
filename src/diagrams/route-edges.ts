import type { FlowEdge, NodeShape } from './diagram.ts';
import type { Point, Size } from './geometry.ts';
import type { RankedFlow } from './rank-flow.ts';

/** A node whose place along its row is known, its height on the page not yet. */
export interface RowBox extends Size {
  id: string;
  row: number;
  x: number;
  shape: NodeShape;
}

interface Route {
  points: Point[];
  /** Centre of the label, for an edge that has one. */
  label?: Point;
}

export interface RoutedEdges {
  centreOf: Map<string, Point>;
  routes: Map<FlowEdge, Route>;
}

interface RouteInput {
  boxes: RowBox[];
  ranked: RankedFlow;
  labelOf: (edge: FlowEdge) => Size | undefined;
  /** Where a forward edge passes: rows counted with the gaps between them, as `orderRows` does. */
  laneAt: (edge: FlowEdge, row: number) => number;
}

type Side = 'left' | 'right';

/** A horizontal stretch inside a gap; stretches with one key may lie on top of each other. */
interface Stretch {
  key: string;
  from: number;
  to: number;
}

/** What the gap under a row must hold, from top to bottom: turns after leaving, labels, turns before arriving. */
interface Gap {
  leaving: Stretch[][];
  arriving: Stretch[][];
  labelDepth: number;
}

/** A turn of the line: along a side of its node, or on a track of a gap. */
type Level = { at: 'node'; id: string; use: SideUse } | { at: 'leaving' | 'arriving'; gap: number; track: number };

interface Plan {
  edge: FlowEdge;
  start: { id: string; face: 'top' | 'bottom' | Side; x: number };
  end: { id: string; face: 'top' | 'bottom' | Side; x: number };
  /** Stretches along the rows: at which level, to which x. */
  turns: { level: Level; x: number }[];
  label?: { x: number; gap: number };
}

/** Lines that share a side of a node are spread over it, in this order from the top. */
type SideUse = 'in' | 'back out' | 'back in' | 'out';
const SIDE_ORDER: SideUse[] = ['in', 'back out', 'back in', 'out'];

const MIN_GAP = 36;
const TRACK = 10;
/** Straight piece between a row and the first turn; around a label; before a turn; and under an arrow's last turn. */
const STEM = { leaving: 14, label: 11, turn: 9, arriving: 21, plain: 14 };
const SIDE_CLEARANCE = 8;
/** From a line that turns into the side of a node to that side: room for the corner and the arrow. */
const SIDE_ENTRY = 14;
const OUTER_LANE = 20;
const LANE_BESIDE_LANE = 14;
const SPREAD = 9;
const LOOP_GAP = 6;
const SAME_PX = 4;

/**
 * Finds the way of every edge: straight down where it can, out of a node's side where its lane lies beyond the node, on
 * tracks of the gap otherwise; ways back run in lanes outside everything that they pass. Also decides how far apart the
 * rows must stand for it.
 */
export function routeEdges({ boxes, ranked, labelOf, laneAt }: RouteInput): RoutedEdges {
  const boxOf = new Map(boxes.map((box) => [box.id, box]));
  const box = (id: string): RowBox => boxOf.get(id) ?? { id, row: 0, x: 0, width: 0, height: 0, shape: 'box' };
  const rowCount = Math.max(0, ...boxes.map(({ row }) => row)) + 1;
  const gaps = Array.from({ length: rowCount }, (): Gap => ({ leaving: [], arriving: [], labelDepth: 0 }));
  const sideUses = new Map<string, Set<SideUse>>();
  const plans: Plan[] = [];

  const useSide = (id: string, side: Side, use: SideUse) => {
    const key = `${id} ${side}`;
    sideUses.set(key, (sideUses.get(key) ?? new Set()).add(use));
  };
  const needLabel = (gap: number, depth: number) => {
    const found = gaps[gap];
    if (found) found.labelDepth = Math.max(found.labelDepth, depth);
  };
  const takeTrack = (gap: number, zone: 'leaving' | 'arriving', stretch: Stretch): Level => {
    const tracks = gaps[gap]?.[zone] ?? [];
    const apart = (other: Stretch) =>
      Math.max(other.from, other.to) + TRACK < Math.min(stretch.from, stretch.to) ||
      Math.max(stretch.from, stretch.to) + TRACK < Math.min(other.from, other.to);
    let track = tracks.findIndex((taken) => taken.every((other) => other.key === stretch.key || apart(other)));
    if (track < 0) track = tracks.push([]) - 1;
    tracks[track]?.push(stretch);
    return { at: zone, gap, track };
  };
  const isClear = (from: RowBox, toX: number) => {
    const [left, right] = [Math.min(from.x, toX) - SIDE_CLEARANCE, Math.max(from.x, toX) + SIDE_CLEARANCE];
    return !boxes.some(
      (other) =>
        other !== from &&
        other.row === from.row &&
        other.x + other.width / 2 > left &&
        other.x - other.width / 2 < right,
    );
  };

  /** Where ways leave or meet a node: on its middle, or on the one lane that all but stands there. */
  const meetingX = (id: string, end: 'from' | 'to'): number => {
    const { x } = box(id);
    const lanes = ranked.forward
      .filter((edge) => edge[end] === id)
      .map((edge) => lanesOf(edge, box(edge.from), box(edge.to), laneAt).at(end === 'from' ? 0 : -1) ?? x);
    return lanes.find((lane) => isSame(lane, x)) ?? x;
  };

  for (const edge of ranked.forward) {
    const [from, to] = [box(edge.from), box(edge.to)];
    const lanes = lanesOf(edge, from, to, laneAt);
    const first = lanes[0] ?? to.x;
    const side: Side = first > from.x ? 'right' : 'left';
    const hasMain = ranked.forward.some((other) => other.from === edge.from && ranked.mainLine.has(other));
    const leavesSideways =
      (from.shape === 'diamond' || hasMain) &&
      Math.abs(first - from.x) > from.width / 2 + SIDE_CLEARANCE &&
      isClear(from, first);
    const turns: Plan['turns'] = [];
    const startX = meetingX(edge.from, 'from');
    let x = leavesSideways ? first : startX;
    if (leavesSideways) {
      useSide(edge.from, side, 'out');
      turns.push({ level: { at: 'node', id: edge.from, use: 'out' }, x: first });
    }
    lanes.forEach((lane, index) => {
      const gap = from.row + Math.ceil(index / 2);
      if (lane === x) return;
      // Lanes alternate: inside a gap, then past the row under it.
      const level =
        index % 2 === 0
          ? takeTrack(gap, 'leaving', {
              key: index === 0 ? `out ${edge.from}` : `${edge.from} ${edge.to}`,
              from: x,
              to: lane,
            })
          : takeTrack(gap - 1, 'arriving', { key: `${edge.from} ${edge.to}`, from: x, to: lane });
      turns.push({ level, x: lane });
      x = lane;
    });
    // A branch that comes back to the main line joins it from the side, so that it is not taken for the main line.
    const entersSideways =
      !ranked.mainLine.has(edge) &&
      ranked.forward.some((other) => other.to === edge.to && ranked.mainLine.has(other)) &&
      Math.abs(x - to.x) > to.width / 2 + SIDE_ENTRY &&
      isClear(to, x);
    const endSide: Side = x > to.x ? 'right' : 'left';
    const endX = meetingX(edge.to, 'to');
    if (entersSideways) {
      useSide(edge.to, endSide, 'in');
      turns.push({ level: { at: 'node', id: edge.to, use: 'in' }, x: endX });
    } else if (x !== endX) {
      turns.push({ level: takeTrack(to.row - 1, 'arriving', { key: `in ${edge.to}`, from: x, to: endX }), x: endX });
    }
    const size = labelOf(edge);
    if (size) needLabel(from.row, size.height);
    plans.push({
      edge,
      start: { id: edge.from, face: leavesSideways ? side : 'bottom', x: startX },
      end: { id: edge.to, face: entersSideways ? endSide : 'top', x: endX },
      turns,
      ...(size ? { label: { x: first, gap: from.row } } : {}),
    });
  }

  // Obstacles to the outer lanes: nodes by row, lanes and labels by gap.
  const loopsOf = (id: string) => ranked.loops.filter(({ from }) => from === id).map(labelOf);
  const inRow: { row: number; left: number; right: number }[] = boxes.map(({ id, row, x, width }) => ({
    row: 2 * row,
    left: x - width / 2,
    right: x + width / 2 + roomForLoops(loopsOf(id)),
  }));
  for (const edge of ranked.forward) {
    const [from, to] = [box(edge.from), box(edge.to)];
    lanesOf(edge, from, to, laneAt).forEach((x, index) => {
      const half = index === 0 ? (labelOf(edge)?.width ?? 0) / 2 : 0;
      inRow.push({ row: 2 * from.row + 1 + index, left: x - half, right: x + half });
    });
  }
  const outermost = (side: Side, fromRow: number, toRow: number) =>
    Math.max(
      ...inRow
        .filter(({ row }) => row >= fromRow && row <= toRow)
        .map(({ left, right }) => (side === 'right' ? right : -left)),
    );

  const shortFirst = [...ranked.returning].sort(
    (a, b) => box(a.from).row - box(a.to).row - (box(b.from).row - box(b.to).row),
  );
  for (const edge of shortFirst) {
    const [from, to] = [box(edge.from), box(edge.to)];
    const size = labelOf(edge);
    const labelGap = from.row - 1;
    /** A diamond's corner holds one line; a way back to a taken corner joins the line that enters on top. */
    const entersOnTop = (side: Side) =>
      to.shape === 'diamond' && to.row > 0 && (sideUses.get(`${edge.to} ${side}`)?.size ?? 0) > 0;
    const topRow = (side: Side) => 2 * to.row - (entersOnTop(side) ? 1 : 0);
    const laneOn = (side: Side) => {
      const beside = outermost(side, topRow(side), 2 * from.row) + OUTER_LANE;
      const withLabel = size
        ? outermost(side, 2 * labelGap + 1, 2 * labelGap + 1) + size.width / 2 + LANE_BESIDE_LANE / 2
        : 0;
      return Math.max(beside, withLabel);
    };
    const freeOn = (node: RowBox, side: Side) => isClear(node, side === 'right' ? Infinity : -Infinity);
    const cost = (side: Side) =>
      laneOn(side) -
      (side === 'right' ? from.x : -from.x) +
      [from, to].filter((node) => !freeOn(node, side)).length * 200 +
      [from, to].filter(({ id }) => sideUses.get(`${id} ${side}`)?.has('out')).length * 60;
    const side: Side = cost('left') < cost('right') ? 'left' : 'right';
    const sign = side === 'right' ? 1 : -1;
    const lane = sign * laneOn(side);
    for (let row = topRow(side); row <= 2 * from.row; row += 1) {
      const half = size && row === 2 * labelGap + 1 ? size.width / 2 : 0;
      const shift = LANE_BESIDE_LANE - OUTER_LANE;
      inRow.push({ row, left: lane - half - shift, right: lane + half + shift });
    }
    const turns: Plan['turns'] = [];
    const leavesSideways = freeOn(from, side);
    const startX = leavesSideways ? from.x : from.x + (sign * from.width) / 4;
    if (leavesSideways) {
      useSide(edge.from, side, 'back out');
      turns.push({ level: { at: 'node', id: edge.from, use: 'back out' }, x: lane });
    } else {
      turns.push({
        level: takeTrack(from.row - 1, 'arriving', { key: `back ${edge.from}`, from: startX, to: lane }),
        x: lane,
      });
    }
    const face = entersOnTop(side) ? 'top' : freeOn(to, side) ? side : 'bottom';
    const endX = face === 'top' ? meetingX(edge.to, 'to') : face === side ? to.x : to.x + (sign * to.width) / 4;
    if (face === side) {
      useSide(edge.to, side, 'back in');
      turns.push({ level: { at: 'node', id: edge.to, use: 'back in' }, x: endX });
    } else if (face === 'top') {
      turns.push({ level: takeTrack(to.row - 1, 'arriving', { key: `in ${edge.to}`, from: lane, to: endX }), x: endX });
    } else {
      turns.push({ level: takeTrack(to.row, 'leaving', { key: `back to ${edge.to}`, from: lane, to: endX }), x: endX });
    }
    if (size) needLabel(labelGap, size.height);
    plans.push({
      edge,
      start: { id: edge.from, face: leavesSideways ? side : 'top', x: startX },
      end: { id: edge.to, face, x: endX },
      turns,
      ...(size ? { label: { x: lane, gap: labelGap } } : {}),
    });
  }

  const depthOf = ({ id, height }: RowBox) => Math.max(height, ...loopsOf(id).map((label) => label?.height ?? 0));
  const { rowY, rowBottom, gapDepth } = stackRows(boxes, depthOf, gaps);
  const centreOf = new Map(boxes.map(({ id, row, x }) => [id, { x, y: rowY[row] ?? 0 }]));
  const sideY = (id: string, side: Side, use: SideUse): number => {
    const uses = SIDE_ORDER.filter((candidate) => sideUses.get(`${id} ${side}`)?.has(candidate));
    return (
      (rowY[box(id).row] ?? 0) + (uses.indexOf(use) - (uses.length - 1) / 2) * 2 * SPREAD * (uses.length > 2 ? 0.6 : 1)
    );
  };
  const levelY = (level: Level, side: Side): number => {
    switch (level.at) {
      case 'node':
        return sideY(level.id, side, level.use);
      case 'leaving':
        return (rowBottom[level.gap] ?? 0) + STEM.leaving + level.track * TRACK;
      case 'arriving':
        return (rowBottom[level.gap] ?? 0) + (gapDepth[level.gap] ?? 0) - STEM.arriving - level.track * TRACK;
    }
  };
  const labelY = (gap: number): number => {
    const { leaving, labelDepth } = gaps[gap] ?? { leaving: [], labelDepth: 0 };
    const [before, after] = roomAround(gaps[gap]);
    const spare = (gapDepth[gap] ?? 0) - before - labelDepth - after;
    return (rowBottom[gap] ?? 0) + before + labelDepth / 2 + (leaving.length > 0 ? 0 : spare / 2);
  };

  const routes = new Map<FlowEdge, Route>();
  for (const plan of plans) {
    const sideOf = (face: Plan['start']['face']): Side => (face === 'left' ? 'left' : 'right');
    const start = faceY(plan.start, centreOf, box, (side) => {
      const use = plan.turns.find(({ level }) => level.at === 'node' && level.id === plan.start.id)?.level;
      return use?.at === 'node' ? sideY(plan.start.id, side, use.use) : 0;
    });
    const points: Point[] = [start];
    let { x } = start;
    for (const { level, x: next } of plan.turns) {
      const y = levelY(
        level,
        sideOf(level.at === 'node' && level.id === plan.end.id ? plan.end.face : plan.start.face),
      );
      points.push({ x, y }, { x: next, y });
      x = next;
    }
    const end = faceY(plan.end, centreOf, box, (side) => {
      const last = plan.turns.at(-1)?.level;
      return last?.at === 'node' ? sideY(plan.end.id, side, last.use) : 0;
    });
    // A way into a side ends at the side, not at the centre that its last turn aims for.
    if (plan.end.face === 'left' || plan.end.face === 'right') points.pop();
    points.push(end);
    routes.set(plan.edge, { points, ...(plan.label ? { label: { x: plan.label.x, y: labelY(plan.label.gap) } } : {}) });
  }
  for (const { id } of boxes) {
    const loops = ranked.loops.filter(({ from }) => from === id);
    const found = loopsAt(box(id), centreOf.get(id) ?? { x: 0, y: 0 }, loops.map(labelOf));
    loops.forEach((edge, index) => {
      const route = found[index];
      if (route) routes.set(edge, route);
    });
  }
  return { centreOf, routes };
}

/** The places a forward edge passes: in its first gap, past the next row, in the next gap, and so on. */
function lanesOf(edge: FlowEdge, from: RowBox, to: RowBox, laneAt: RouteInput['laneAt']): number[] {
  const lanes: number[] = [];
  for (let row = 2 * from.row + 1; row < 2 * to.row; row += 1) lanes.push(laneAt(edge, row));
  const first = lanes[0] ?? to.x;
  return lanes.every((lane) => isSame(lane, first)) ? lanes.map(() => first) : lanes;
}

/** Whether two places along a row are so near that a line between them would look crooked, not turned. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < SAME_PX;
}

function roomAround(gap: Gap | undefined): [number, number] {
  const before =
    gap && gap.leaving.length > 0 ? STEM.leaving + (gap.leaving.length - 1) * TRACK + STEM.turn : STEM.label;
  const after =
    gap && gap.arriving.length > 0 ? STEM.arriving + (gap.arriving.length - 1) * TRACK + STEM.turn : STEM.plain;
  return [before, after];
}

function stackRows(
  boxes: RowBox[],
  depthOf: (box: RowBox) => number,
  gaps: Gap[],
): { rowY: number[]; rowBottom: number[]; gapDepth: number[] } {
  const rowY: number[] = [];
  const rowBottom: number[] = [];
  const gapDepth: number[] = [];
  let y = 0;
  gaps.forEach((gap, row) => {
    const height = Math.max(0, ...boxes.filter((box) => box.row === row).map(depthOf));
    const [before, after] = roomAround(gap);
    const depth = Math.max(MIN_GAP, before + gap.labelDepth + after);
    rowY.push(y + height / 2);
    rowBottom.push(y + height);
    gapDepth.push(depth);
    y += height + depth;
  });
  return { rowY, rowBottom, gapDepth };
}

function faceY(
  { id, face, x }: Plan['start'],
  centreOf: Map<string, Point>,
  box: (id: string) => RowBox,
  sideY: (side: Side) => number,
): Point {
  const { width, height, shape } = box(id);
  const centre = centreOf.get(id) ?? { x: 0, y: 0 };
  if (face === 'top' || face === 'bottom') {
    const across = Math.abs(x - centre.x) / (width / 2 || 1);
    const reach = (height / 2) * (shape === 'diamond' ? 1 - across : 1);
    return { x, y: centre.y + (face === 'top' ? -reach : reach) };
  }
  const y = sideY(face);
  const down = Math.abs(y - centre.y) / (height / 2 || 1);
  const reach = (width / 2) * (shape === 'diamond' ? 1 - down : 1);
  return { x: centre.x + (face === 'left' ? -reach : reach), y };
}

/** Room that the ways from a node to itself take on its right. */
export function roomForLoops(labels: (Size | undefined)[]): number {
  return labels.reduce((room, label) => room + OUTER_LANE + (label ? label.width + LOOP_GAP : 0), 0);
}

/** Ways from a node to itself: each a bracket on its right, a further one around the nearer. */
function loopsAt(box: RowBox, centre: Point, labels: (Size | undefined)[]): Route[] {
  const side = box.x + box.width / 2;
  return labels.map((label, index) => {
    const out = side + roomForLoops(labels.slice(0, index)) + OUTER_LANE;
    const spread = SPREAD + index * LOOP_GAP;
    const points = [
      { x: side, y: centre.y - spread },
      { x: out, y: centre.y - spread },
      { x: out, y: centre.y + spread },
      { x: side, y: centre.y + spread },
    ];
    return label ? { points, label: { x: out + LOOP_GAP / 2 + label.width / 2, y: centre.y } } : { points };
  });
}
