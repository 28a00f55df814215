import type { FlowEdge, NodeShape } from './diagram.ts';
import type { Size } from './geometry.ts';
import type { RankedFlow } from './rank-flow.ts';

/** A node whose place along its row is known, its height on the page not yet. */
export interface RowBox extends Size {
  id: string;
  row: number;
  x: number;
  shape: NodeShape;
}

export type Side = 'left' | 'right';
export type Face = 'top' | 'bottom' | Side;

/** What a line does at the side of a node: lines that share a side are spread over it, in this order from the top. */
const SIDE_ORDER = ['in', 'back out', 'back in', 'out'] as const;
type SideUse = (typeof SIDE_ORDER)[number];

/** A horizontal stretch inside a gap; stretches with one key may lie on top of each other. */
interface Stretch {
  key: string;
  from: number;
  to: number;
}

/** What the gap under a row must hold, from top to bottom: turns after leaving, labels, turns before arriving. */
export interface Gap {
  leaving: Stretch[][];
  arriving: Stretch[][];
  labelDepth: number;
}

/** Where a line turns: along the side of a node, or on a track of a gap. */
export type Level =
  { at: 'node'; id: string; side: Side; use: SideUse } | { at: 'leaving' | 'arriving'; gap: number; track: number };

/** The way of an edge before heights are known. */
export interface Plan {
  edge: FlowEdge;
  start: { id: string; face: Face; x: number };
  end: { id: string; face: Face; x: number };
  /** Stretches along the rows: at which level, to which x. */
  turns: { level: Level; x: number }[];
  label?: { x: number; gap: number };
}

/** What the ways of a flow share: the nodes, and the room that has been taken so far. */
export interface RouteBoard {
  ranked: RankedFlow;
  boxes: RowBox[];
  /** By row. */
  gaps: Gap[];
  labelOf: (edge: FlowEdge) => Size | undefined;
  box: (id: string) => RowBox;
  /** The places a forward edge passes: in its first gap, past the next row, in the next gap, and so on. */
  lanesOf: (edge: FlowEdge) => number[];
  /** Where ways leave (`from`) or meet (`to`) a node: on its middle, or on the one lane that all but stands there. */
  meetingX: (id: string, end: 'from' | 'to') => number;
  /** Whether no other node of the row stands between a node and a place beside it. */
  isClear: (node: RowBox, toX: number) => boolean;
  usesOf: (id: string, side: Side) => SideUse[];
  takeSide: (id: string, side: Side, use: SideUse) => Level;
  /** The first track of a gap on which the stretch meets no foreign one. */
  takeTrack: (gap: number, zone: 'leaving' | 'arriving', stretch: Stretch) => Level;
  takeLabel: (gap: number, depth: number) => void;
}

/** Least room between lines beside each other in a gap. */
export const TRACK_PX = 10;
export const SIDE_CLEARANCE_PX = 8;
const SAME_PX = 4;

/** @param laneAt where a forward edge passes; rows counted with the gaps between them, as `orderRows` does. */
export function createRouteBoard(
  boxes: RowBox[],
  ranked: RankedFlow,
  labelOf: (edge: FlowEdge) => Size | undefined,
  laneAt: (edge: FlowEdge, row: number) => number,
): RouteBoard {
  const boxOf = new Map(boxes.map((box) => [box.id, box]));
  const box = (id: string): RowBox => boxOf.get(id) ?? { id, row: 0, x: 0, width: 0, height: 0, shape: 'box' };
  const gaps = Array.from({ length: Math.max(0, ...boxes.map(({ row }) => row)) + 1 }, (): Gap => ({
    leaving: [],
    arriving: [],
    labelDepth: 0,
  }));
  const sides = new Map<string, Set<SideUse>>();

  const lanesOf = (edge: FlowEdge): number[] => {
    const [from, to] = [box(edge.from), box(edge.to)];
    const lanes = Array.from({ length: 2 * (to.row - from.row) - 1 }, (_, index) =>
      laneAt(edge, 2 * from.row + 1 + index),
    );
    const first = lanes[0] ?? to.x;
    return lanes.every((lane) => isSame(lane, first)) ? lanes.map(() => first) : lanes;
  };

  return {
    ranked,
    boxes,
    gaps,
    labelOf,
    box,
    lanesOf,
    meetingX: (id, end) => {
      const { x } = box(id);
      const lanes = ranked.forward
        .filter((edge) => edge[end] === id)
        .map((edge) => lanesOf(edge).at(end === 'from' ? 0 : -1) ?? x);
      return lanes.find((lane) => isSame(lane, x)) ?? x;
    },
    isClear: (node, toX) => {
      const [left, right] = [Math.min(node.x, toX) - SIDE_CLEARANCE_PX, Math.max(node.x, toX) + SIDE_CLEARANCE_PX];
      const stands = ({ x, width }: RowBox) => x + width / 2 > left && x - width / 2 < right;
      return !boxes.some((other) => other !== node && other.row === node.row && stands(other));
    },
    usesOf: (id, side) => SIDE_ORDER.filter((use) => sides.get(`${id} ${side}`)?.has(use)),
    takeSide: (id, side, use) => {
      const key = `${id} ${side}`;
      sides.set(key, (sides.get(key) ?? new Set()).add(use));
      return { at: 'node', id, side, use };
    },
    takeTrack: (gap, zone, stretch) => {
      const tracks = gaps[gap]?.[zone] ?? [];
      const isFree = (taken: Stretch[]) => taken.every((other) => other.key === stretch.key || isApart(other, stretch));
      const free = tracks.findIndex(isFree);
      const track = free < 0 ? tracks.push([]) - 1 : free;
      tracks[track]?.push(stretch);
      return { at: zone, gap, track };
    },
    takeLabel: (gap, depth) => {
      const found = gaps[gap];
      if (found) found.labelDepth = Math.max(found.labelDepth, depth);
    },
  };
}

/** Whether two places along a row are so near that a line between them would look crooked, not turned. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < SAME_PX;
}

function isApart(a: Stretch, b: Stretch): boolean {
  return (
    Math.max(a.from, a.to) + TRACK_PX < Math.min(b.from, b.to) ||
    Math.max(b.from, b.to) + TRACK_PX < Math.min(a.from, a.to)
  );
}
