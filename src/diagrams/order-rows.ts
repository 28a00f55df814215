import type { FlowEdge } from './diagram.ts';
import type { RankedFlow } from './rank-flow.ts';

/** Something that takes up room in a row: a node, or an edge that passes through. */
export interface RowItem {
  id: string;
  edge?: FlowEdge;
}

/** A step of an edge from one row to the next. */
export interface RowLink {
  upper: string;
  lower: string;
  edge: FlowEdge;
}

/** Rows from top to bottom: even ones hold nodes, odd ones are the gaps between, where edges turn and carry labels. */
export interface Rows {
  rows: RowItem[][];
  links: RowLink[];
}

const SWEEPS = 8;

/** The id of an edge's place in a row. */
export function laneId(edgeIndex: number, row: number): string {
  return `edge ${edgeIndex} row ${row}`;
}

/**
 * Puts nodes and passing edges into rows, ordered so that few lines cross; equal choices keep the source's order.
 * @param leftOfMain nodes beside the main line that stand to its left; all others stand to its right.
 */
export function orderRows(
  { forward, rankOf, mainLine }: RankedFlow,
  nodeIds: string[],
  leftOfMain: ReadonlySet<string> = new Set(),
): Rows {
  const rows: RowItem[][] = Array.from({ length: 2 * Math.max(0, ...rankOf.values()) + 1 }, () => []);
  const links: RowLink[] = [];
  const seen = new Set<string>();
  const visit = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    rows[2 * (rankOf.get(id) ?? 0)]?.push({ id });
    const ways = forward.filter(({ from }) => from === id);
    const beside = ways.filter((way) => !mainLine.has(way));
    const inOrder = [
      ...beside.filter(({ to }) => leftOfMain.has(to)),
      ...ways.filter((way) => mainLine.has(way)),
      ...beside.filter(({ to }) => !leftOfMain.has(to)),
    ];
    for (const edge of inOrder) {
      const last = 2 * (rankOf.get(edge.to) ?? 0);
      let upper = id;
      for (let row = 2 * (rankOf.get(id) ?? 0) + 1; row < last; row += 1) {
        const lower = laneId(forward.indexOf(edge), row);
        rows[row]?.push({ id: lower, edge });
        links.push({ upper, lower, edge });
        upper = lower;
      }
      links.push({ upper, lower: edge.to, edge });
      visit(edge.to);
    }
  };
  nodeIds.forEach(visit);
  return { rows: withFewCrossings(rows, links), links };
}

function withFewCrossings(initial: RowItem[][], links: RowLink[]): RowItem[][] {
  let rows = initial;
  let best = { rows, crossings: countCrossings(rows, links) };
  for (let sweep = 0; sweep < SWEEPS && best.crossings > 0; sweep += 1) {
    rows = sweepRows(rows, links, sweep % 2 === 0);
    const crossings = countCrossings(rows, links);
    if (crossings < best.crossings) best = { rows, crossings };
  }
  return best.rows;
}

function sweepRows(rows: RowItem[][], links: RowLink[], down: boolean): RowItem[][] {
  const result = [...rows];
  const order = rows.map((_, index) => index);
  for (const index of down ? order.slice(1) : order.slice(0, -1).reverse()) {
    const fixed = new Map((result[down ? index - 1 : index + 1] ?? []).map(({ id }, place) => [id, place]));
    const middle = (item: RowItem, place: number) => {
      const places = links
        .filter((link) => (down ? link.lower : link.upper) === item.id)
        .map((link) => fixed.get(down ? link.upper : link.lower) ?? 0);
      return places.length > 0 ? places.reduce((sum, value) => sum + value, 0) / places.length : place;
    };
    result[index] = (result[index] ?? [])
      .map((item, place) => ({ item, place, at: middle(item, place) }))
      .sort((a, b) => a.at - b.at || a.place - b.place)
      .map(({ item }) => item);
  }
  return result;
}

function countCrossings(rows: RowItem[][], links: RowLink[]): number {
  const placeOf = new Map(rows.flatMap((row) => row.map(({ id }, place) => [id, place] as const)));
  const rowOf = new Map(rows.flatMap((row, index) => row.map(({ id }) => [id, index] as const)));
  let crossings = 0;
  links.forEach((a, index) => {
    for (const b of links.slice(index + 1)) {
      if (rowOf.get(a.upper) !== rowOf.get(b.upper)) continue;
      const above = (placeOf.get(a.upper) ?? 0) - (placeOf.get(b.upper) ?? 0);
      const below = (placeOf.get(a.lower) ?? 0) - (placeOf.get(b.lower) ?? 0);
      if (above * below < 0) crossings += 1;
    }
  });
  return crossings;
}
