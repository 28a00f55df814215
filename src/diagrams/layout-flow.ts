import type { Direction, Flow, FlowEdge, FlowNode } from './diagram.ts';
import { sizeEdgeLabel, sizeNode, type Density, type TextBox } from './flow-sizes.ts';
import type { Point, Rect } from './geometry.ts';
import { roomForLoops } from './loop-brackets.ts';
import { laneId, orderRows, type RowItem, type RowLink, type Rows } from './order-rows.ts';
import { PHONE_WIDTH_PX, WIDEST_WHOLE_PX } from './picture.ts';
import { placeRows } from './place-rows.ts';
import { isOnlyWayIn, rankFlow, SPREADS, spreadBranches, type RankedFlow } from './rank-flow.ts';
import { routeEdges } from './route-edges.ts';
import type { RowBox } from './route-board.ts';
import type { MeasureText } from './text-wrap.ts';

export interface PlacedNode extends Rect {
  node: FlowNode;
  lines: string[];
}

export interface PlacedEdge {
  edge: FlowEdge;
  points: Point[];
  label?: Rect & { lines: string[] };
}

export interface FlowLayout {
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

/** Least room between neighbours in a row. */
interface Spacing {
  nodes: number;
  lanes: number;
  labels: number;
}

const SPACING: Record<Density, Spacing> = {
  roomy: { nodes: 22, lanes: 18, labels: 10 },
  tight: { nodes: 12, lanes: 14, labels: 6 },
  narrow: { nodes: 10, lanes: 12, labels: 4 },
};
/** From the side of a node to a line that leaves there and turns down. */
const SIDE_STEM = 12;
/**
 * How much an edge wants to run straight: on the main line; to a node that it alone leads to, the more the further down,
 * so that a node stands over the middle of what follows it; and to a node where ways meet.
 */
const STRAIGHT = { main: 40, branch: 1, perRow: 8, meeting: 0.1 };
/** Nodes beside the main line that are tried on either side of it. */
const SIDES_TRIED = 2;
/** What a roomier drawing may add to one that must be scrolled anyway. */
const CALM_COST_PX = 24;

/**
 * Places the nodes and edges of a flow, in pixels, not yet moved to the origin. Rows follow the order of the edges, the
 * main line is straight, ways back run outside. The first of these that a phone shows at full size is taken, or else the
 * first that it shows whole: equal boxes, boxes of their own widths, branches moved to the left of the main line, and
 * all of that again with less room. Where only that fits, a flow is turned, or its branches begin one under the other.
 */
export function layoutFlow(flow: Flow, measure: MeasureText): FlowLayout {
  const layout = layoutInDirection(flow, measure);
  const width = boundsOf(layout).width;
  if (width <= WIDEST_WHOLE_PX) return layout;
  const across = flow.direction === 'LR' || flow.direction === 'RL';
  const turned = layoutInDirection({ ...flow, direction: across ? 'TB' : 'LR' }, measure);
  const turnedWidth = boundsOf(turned).width;
  if (turnedWidth <= WIDEST_WHOLE_PX) return turned;
  const down = { ...flow, direction: flow.direction === 'BT' ? flow.direction : ('TB' as const) };
  for (const way of SPREADS) {
    const ids = flow.nodes.map(({ id }) => id);
    const spread = layoutInDirection(down, measure, spreadBranches(rankFlow(flow), ids, way));
    if (boundsOf(spread).width <= WIDEST_WHOLE_PX) return spread;
  }
  return across && turnedWidth < width ? turned : layout;
}

function layoutInDirection(flow: Flow, measure: MeasureText, ranked = rankFlow(flow)): FlowLayout {
  const tried: { layout: FlowLayout; width: number }[] = [];
  for (const density of ['roomy', 'tight', 'narrow'] as const) {
    const own = new Map(flow.nodes.map((node) => [node.id, sizeNode(node, measure, density)]));
    const labels = new Map(
      flow.edges.flatMap((edge) => (edge.label ? [[edge, sizeEdgeLabel(edge.label, measure, density)] as const] : [])),
    );
    for (const leftOfMain of sidesToTry(ranked)) {
      for (const sizes of [evened(flow, ranked, own), own]) {
        const layout = placeFlow(flow, ranked, { sizes, labels, spacing: SPACING[density], leftOfMain });
        const { width } = boundsOf(layout);
        if (width <= PHONE_WIDTH_PX) return layout;
        tried.push({ layout, width });
      }
    }
  }
  const narrowest = Math.min(...tried.map(({ width }) => width));
  const whole = tried.find(({ width }) => width <= WIDEST_WHOLE_PX);
  if (whole) return whole.layout;
  return tried.find(({ width }) => width <= narrowest + CALM_COST_PX)?.layout ?? { nodes: [], edges: [] };
}

/** Which nodes beside the main line to put on its left: none, then some of the first few. */
function sidesToTry({ forward, mainLine, rankOf }: RankedFlow): Set<string>[] {
  const onMain = new Set([...mainLine].flatMap(({ from, to }) => [from, to]));
  const beside = [...rankOf.keys()].filter(
    (id) => !onMain.has(id) && forward.some(({ from, to }) => to === id && onMain.has(from)),
  );
  const movable = beside.slice(0, SIDES_TRIED);
  return Array.from(
    { length: 2 ** movable.length },
    (_, choice) => new Set(movable.filter((__, index) => (choice & (1 << index)) !== 0)),
  );
}

/** The smallest rectangle around everything, by its centre. */
export function boundsOf({ nodes, edges }: FlowLayout): Rect {
  const corners = [
    ...[...nodes, ...edges.flatMap(({ label }) => (label ? [label] : []))].flatMap(({ x, y, width, height }) => [
      { x: x - width / 2, y: y - height / 2 },
      { x: x + width / 2, y: y + height / 2 },
    ]),
    ...edges.flatMap(({ points }) => points),
  ];
  const [left, right] = [Math.min(...corners.map(({ x }) => x)), Math.max(...corners.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...corners.map(({ y }) => y)), Math.max(...corners.map(({ y }) => y))];
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
}

/** Gives boxes one width: all of them in a flow that runs down, those of one column in a flow that runs across. */
function evened({ nodes, direction }: Flow, { rankOf }: RankedFlow, sizes: Map<string, TextBox>): Map<string, TextBox> {
  const across = direction === 'LR' || direction === 'RL';
  const columnOf = (id: string) => (across ? rankOf.get(id) : 0);
  const boxes = nodes.filter(({ shape }) => shape === 'box').map(({ id }) => id);
  const widest = (id: string) =>
    Math.max(...boxes.filter((other) => columnOf(other) === columnOf(id)).map((other) => sizes.get(other)?.width ?? 0));
  return new Map([...sizes].map(([id, size]) => [id, boxes.includes(id) ? { ...size, width: widest(id) } : size]));
}

/** Everything is laid out from top to bottom and turned at the end, so a box lies on its side for a flow that runs across. */
function placeFlow(
  flow: Flow,
  ranked: RankedFlow,
  {
    sizes,
    labels: uprightLabels,
    spacing,
    leftOfMain,
  }: { sizes: Map<string, TextBox>; labels: Map<FlowEdge, TextBox>; spacing: Spacing; leftOfMain: Set<string> },
): FlowLayout {
  const across = flow.direction === 'LR' || flow.direction === 'RL';
  const turned = (box: TextBox): TextBox => (across ? { ...box, width: box.height, height: box.width } : box);
  const sizeOf = (id: string): TextBox => turned(sizes.get(id) ?? { width: 0, height: 0, lines: [] });
  const labels = new Map([...uprightLabels].map(([edge, box]) => [edge, turned(box)]));

  const { rows, links } = orderRows(
    ranked,
    flow.nodes.map(({ id }) => id),
    leftOfMain,
  );
  const isFirstLane = ({ id, edge }: RowItem) =>
    edge !== undefined && id === laneId(ranked.forward.indexOf(edge), 2 * (ranked.rankOf.get(edge.from) ?? 0) + 1);
  const labelIn = (item: RowItem) => (item.edge && isFirstLane(item) ? labels.get(item.edge) : undefined);
  const breadthOf = (item: RowItem) => (item.edge ? (labelIn(item)?.width ?? 0) : sizeOf(item.id).width);
  const gapBetween = (left: RowItem, right: RowItem) => {
    if (!left.edge && !right.edge) return spacing.nodes;
    return labelIn(left) || labelIn(right) ? spacing.labels : spacing.lanes;
  };
  /** Beside a main line that goes straight on, another way out turns down clear of the node that both leave. */
  const besideMain = (left: RowItem, right: RowItem) => {
    const [a, b] = [left.edge, right.edge];
    if (a?.from !== b?.from || !a || !b) return 0;
    if (ranked.mainLine.has(a) === ranked.mainLine.has(b)) return 0;
    return isFirstLane(left) && isFirstLane(right) ? sizeOf(a.from).width / 2 + SIDE_STEM : 0;
  };
  const at = placeRows(
    { rows, links },
    {
      separation: (left, right) =>
        Math.max(besideMain(left, right), (breadthOf(left) + breadthOf(right)) / 2 + gapBetween(left, right)) +
        roomForLoops(ranked.loops.filter(({ from }) => from === left.id).map((edge) => labels.get(edge))),
      joins: columnsOf(ranked, { rows, links }),
      weightOf: ({ edge }) => {
        const isMain = ranked.mainLine.has(edge);
        if (!isMain && !isOnlyWayIn(edge, ranked.forward)) return STRAIGHT.meeting;
        return (isMain ? STRAIGHT.main : STRAIGHT.branch) * STRAIGHT.perRow ** (ranked.rankOf.get(edge.from) ?? 0);
      },
    },
  );

  const boxes = flow.nodes.map((node): RowBox => {
    const { width, height } = sizeOf(node.id);
    return {
      id: node.id,
      row: ranked.rankOf.get(node.id) ?? 0,
      x: at.get(node.id) ?? 0,
      width,
      height,
      shape: node.shape,
    };
  });
  const routed = routeEdges({
    boxes,
    ranked,
    labelOf: (edge) => labels.get(edge),
    laneAt: (edge, row) => at.get(laneId(ranked.forward.indexOf(edge), row)) ?? 0,
  });

  const place = turn(flow.direction);
  return {
    nodes: flow.nodes.map((node) => {
      const { width, height, lines } = sizes.get(node.id) ?? { width: 0, height: 0, lines: [] };
      return { node, lines, width, height, ...place(routed.centreOf.get(node.id) ?? { x: 0, y: 0 }) };
    }),
    edges: flow.edges
      .filter(({ line }) => line !== 'hidden')
      .map((edge): PlacedEdge => {
        const route = routed.routes.get(edge);
        const label = labels.get(edge);
        const points = (route?.points ?? []).map(place);
        if (!label || !route?.label) return { edge, points };
        return { edge, points, label: { ...turned(label), ...place(route.label) } };
      }),
  };
}

/**
 * What should stand exactly above each other: the main line; each edge along its own lane; a lane with the node that it
 * alone leads to or comes from; and the middle one of three branches with the node that they leave or meet in.
 */
function columnsOf({ forward, mainLine }: RankedFlow, { rows, links }: Rows): (readonly [string, string])[] {
  const waysFrom = (id: string) => forward.filter(({ from }) => from === id);
  const isOnlyWayTo = (edge: FlowEdge) => isOnlyWayIn(edge, forward);
  const isOnlyWayFrom = (edge: FlowEdge) => waysFrom(edge.from).length === 1;
  const placeOf = new Map(rows.flatMap((row) => row.map(({ id }, place) => [id, place] as const)));
  const isMiddle = (link: RowLink, end: 'upper' | 'lower') => {
    const beside = links
      .filter((other) => other[end === 'upper' ? 'lower' : 'upper'] === link[end === 'upper' ? 'lower' : 'upper'])
      .sort((x, y) => (placeOf.get(x[end]) ?? 0) - (placeOf.get(y[end]) ?? 0));
    const isOdd = beside.length > 1 && beside.length % 2 === 1;
    return isOdd && beside[(beside.length - 1) / 2] === link && !beside.some(({ edge }) => mainLine.has(edge));
  };
  const pair = ({ upper, lower }: RowLink) => [upper, lower] as const;
  const main = links.filter(({ edge }) => mainLine.has(edge));
  const lanes = links.filter(({ edge, upper, lower }) => upper !== edge.from && lower !== edge.to);
  const ends = links.filter(
    ({ edge, upper, lower }) =>
      (lower === edge.to && isOnlyWayTo(edge)) || (upper === edge.from && isOnlyWayFrom(edge) && !isOnlyWayTo(edge)),
  );
  const middles = links.filter((link) => isMiddle(link, 'lower') || isMiddle(link, 'upper'));
  return [...main, ...lanes, ...ends, ...middles].map(pair);
}

function turn(direction: Direction): (point: Point) => Point {
  switch (direction) {
    case 'TB':
      return ({ x, y }) => ({ x, y });
    case 'BT':
      return ({ x, y }) => ({ x, y: -y });
    case 'LR':
      return ({ x, y }) => ({ x: y, y: x });
    case 'RL':
      return ({ x, y }) => ({ x: -y, y: x });
  }
}
