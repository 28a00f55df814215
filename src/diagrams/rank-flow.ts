import type { Flow, FlowEdge } from './diagram.ts';

export interface RankedFlow {
  /** Edges that lead on, in source order. */
  forward: FlowEdge[];
  /** Edges that lead back to a node they came from. */
  returning: FlowEdge[];
  /** Edges from a node to itself. */
  loops: FlowEdge[];
  /** Row of each node, from 0. */
  rankOf: Map<string, number>;
  /** The edges of the main line, which is drawn straight: each node's one way on that leads furthest. */
  mainLine: Set<FlowEdge>;
}

/** Tells forward from returning edges, in the order of the source, and gives every node its row. */
export function rankFlow(flow: Pick<Flow, 'nodes' | 'edges'>): RankedFlow {
  const loops = flow.edges.filter(({ from, to }) => from === to);
  const others = flow.edges.filter(({ from, to }) => from !== to);
  const returning = findReturning(
    flow.nodes.map(({ id }) => id),
    others,
  );
  const forward = others.filter((edge) => !returning.has(edge));
  const rankOf = rank(
    flow.nodes.map(({ id }) => id),
    forward,
  );
  const decisions = new Set(flow.nodes.filter(({ shape }) => shape === 'diamond').map(({ id }) => id));
  return { forward, returning: [...returning], loops, rankOf, mainLine: findMainLine(forward, rankOf, decisions) };
}

/** Which branches get rows of their own: those that end there, these with what goes on after them, or every branch. */
export const SPREADS = ['ends', 'ends first', 'all'] as const;

/** The same flow with more rows, for when its branches do not fit beside each other: each begins one row further down. */
export function spreadBranches(ranked: RankedFlow, ids: string[], spread: (typeof SPREADS)[number]): RankedFlow {
  const { forward, mainLine } = ranked;
  const ends = (id: string) => !forward.some(({ from }) => from === id);
  const delays = new Map<FlowEdge, number>();
  for (const id of ids) {
    const ways = forward.filter((edge) => edge.from === id && isSolid(edge));
    const branches =
      spread === 'all'
        ? ways.filter((edge) => !mainLine.has(edge) && isOnlyWayIn(edge, forward))
        : ways.filter(({ to }) => ends(to));
    if (branches.length < 2) continue;
    branches.forEach((edge, index) => delays.set(edge, index));
    if (spread !== 'ends first') continue;
    for (const edge of ways) if (!ends(edge.to)) delays.set(edge, branches.length - 1);
  }
  return { ...ranked, rankOf: rank(ids, forward, (edge) => delays.get(edge) ?? 0) };
}

function findReturning(ids: string[], edges: FlowEdge[]): Set<FlowEdge> {
  const returning = new Set<FlowEdge>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (id: string) => {
    state.set(id, 'open');
    for (const edge of edges) {
      if (edge.from !== id) continue;
      const found = state.get(edge.to);
      if (found === 'open') returning.add(edge);
      else if (!found) visit(edge.to);
    }
    state.set(id, 'done');
  };
  for (const id of ids) if (!state.has(id)) visit(id);
  return returning;
}

/** Longest way from a beginning; a node with nothing before it stands right above the first that follows it. */
function rank(ids: string[], forward: FlowEdge[], delay: (edge: FlowEdge) => number = () => 0): Map<string, number> {
  const rankOf = new Map(ids.map((id) => [id, 0]));
  const at = (id: string) => rankOf.get(id) ?? 0;
  for (let changed = true; changed;) {
    changed = false;
    for (const edge of forward) {
      const { from, to } = edge;
      const least = at(from) + 1 + delay(edge);
      if (at(to) < least) {
        rankOf.set(to, least);
        changed = true;
      }
    }
  }
  for (const id of ids) {
    const next = forward.filter(({ from }) => from === id).map(({ to }) => at(to));
    if (next.length > 0 && !forward.some(({ to }) => to === id)) rankOf.set(id, Math.min(...next) - 1);
  }
  return rankOf;
}

/** Whether an edge is the only one that leads to its node, dotted side ways not counted. */
export function isOnlyWayIn(edge: FlowEdge, forward: FlowEdge[]): boolean {
  const others = forward.filter((other) => other !== edge && other.to === edge.to);
  return isSolid(edge) ? !others.some(isSolid) : others.length === 0;
}

function isSolid({ line }: FlowEdge): boolean {
  return line === 'solid' || line === 'thick';
}

function findMainLine(forward: FlowEdge[], rankOf: Map<string, number>, decisions: Set<string>): Set<FlowEdge> {
  const reach = new Map<string, number>();
  const reachOf = (id: string): number => {
    const known = reach.get(id);
    if (known !== undefined) return known;
    const value = Math.max(0, ...forward.filter(({ from }) => from === id).map(({ to }) => 1 + reachOf(to)));
    reach.set(id, value);
    return value;
  };
  /** Solid lines before dotted ones, then the longer way; none where two are equal. */
  const leading = (edges: FlowEdge[]) => {
    const [first, second] = [...edges].sort(
      (a, b) => Number(isSolid(b)) - Number(isSolid(a)) || reachOf(b.to) - reachOf(a.to),
    );
    const equal = first && second && isSolid(first) === isSolid(second) && reachOf(first.to) === reachOf(second.to);
    return equal ? undefined : first;
  };
  /** Three or more ways that are no decision and do not meet again are branches of a tree, which stands over their middle. */
  const isTree = (ways: FlowEdge[]) =>
    ways.length > 2 &&
    ways.every(({ from, to }) => !decisions.has(from) && forward.filter((other) => other.to === to).length === 1);
  const leadsOn = forward.filter((edge) => {
    const ways = forward.filter(({ from }) => from === edge.from);
    return !isTree(ways) && leading(ways) === edge;
  });
  const main = new Set<FlowEdge>();
  const targets = [...rankOf.keys()].sort((a, b) => (rankOf.get(a) ?? 0) - (rankOf.get(b) ?? 0));
  for (const target of targets) {
    const ways = leadsOn.filter(({ to }) => to === target);
    const onMain = ways.filter(({ from }) => [...main].some(({ to }) => to === from) || rankOf.get(from) === 0);
    const [only] = ways.length === 1 ? ways : onMain.length === 1 ? onMain : [];
    if (only) main.add(only);
  }
  return main;
}
