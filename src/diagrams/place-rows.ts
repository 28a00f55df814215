import type { RowItem, RowLink, Rows } from './order-rows.ts';

/** A pull of two columns towards each other. */
interface Pull {
  a: number;
  b: number;
  weight: number;
}

/** The right column stands at least `distance` to the right of the left one. */
interface Distance {
  left: number;
  right: number;
  distance: number;
}

const ROUNDS = 600;
/** Keeps a drawing that hangs on nothing where it is; too weak to bend anything. */
const ANCHOR = 1e-3;
const SETTLED_PX = 0.005;

/**
 * Finds the place of every item along its row, in the rows' order and never closer than `separation`. Items that
 * `belongsTo` joins stand exactly above each other unless lines that cross make that impossible; columns then move
 * towards what they are linked with, least squares of the links' weights.
 */
export function placeRows(
  { rows, links }: Rows,
  {
    separation,
    joins,
    weightOf,
  }: {
    separation: (left: RowItem, right: RowItem) => number;
    /** Pairs of items to be put in one column, the most important first. */
    joins: (readonly [string, string])[];
    weightOf: (link: RowLink) => number;
  },
): Map<string, number> {
  const columnOf = joinColumns(rows, joins);
  const distances = rows.flatMap((row) =>
    row.slice(1).map((item, index): Distance => {
      const before = row[index] ?? item;
      return {
        left: columnOf.get(before.id) ?? 0,
        right: columnOf.get(item.id) ?? 0,
        distance: separation(before, item),
      };
    }),
  );
  const pulls = links
    .map((link): Pull => ({
      a: columnOf.get(link.upper) ?? 0,
      b: columnOf.get(link.lower) ?? 0,
      weight: weightOf(link),
    }))
    .filter(({ a, b }) => a !== b);
  const places = settle(Math.max(0, ...columnOf.values()) + 1, pulls, distances);
  return new Map([...columnOf].map(([id, column]) => [id, places[column] ?? 0]));
}

/** Numbers the columns. A join is left out when it would ask a column to stand left and right of another at once. */
function joinColumns(rows: RowItem[][], joins: (readonly [string, string])[]): Map<string, number> {
  const ids = rows.flatMap((row) => row.map(({ id }) => id));
  let columnOf = new Map(ids.map((id, index) => [id, index]));
  for (const [a, b] of joins) {
    const [keep, give] = [columnOf.get(a) ?? 0, columnOf.get(b) ?? 0];
    if (keep === give) continue;
    const joined = new Map([...columnOf].map(([id, column]) => [id, column === give ? keep : column]));
    if (isOrdered(rows, joined)) columnOf = joined;
  }
  const numbers = [...new Set(columnOf.values())];
  return new Map([...columnOf].map(([id, column]) => [id, numbers.indexOf(column)]));
}

/** Whether the columns have an order from left to right that agrees with every row. */
function isOrdered(rows: RowItem[][], columnOf: Map<string, number>): boolean {
  const after = new Map<number, Set<number>>();
  for (const row of rows) {
    row.slice(1).forEach((item, index) => {
      const left = columnOf.get(row[index]?.id ?? '') ?? 0;
      after.set(left, (after.get(left) ?? new Set()).add(columnOf.get(item.id) ?? 0));
    });
  }
  const state = new Map<number, 'open' | 'done'>();
  const isFree = (column: number): boolean => {
    if (state.get(column) === 'open') return false;
    if (state.get(column) === 'done') return true;
    state.set(column, 'open');
    const free = [...(after.get(column) ?? [])].every(isFree);
    state.set(column, 'done');
    return free;
  };
  return [...after.keys()].every(isFree);
}

/** Least squares under distances: Hildreth's method, which raises the force of one distance at a time until all hold. */
function settle(count: number, pulls: Pull[], distances: Distance[]): number[] {
  const matrix = Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (__, column): number => (row === column ? ANCHOR : 0)),
  );
  const add = (row: number, column: number, value: number) => {
    const line = matrix[row];
    if (line) line[column] = (line[column] ?? 0) + value;
  };
  for (const { a, b, weight } of pulls) {
    add(a, a, weight);
    add(b, b, weight);
    add(a, b, -weight);
    add(b, a, -weight);
  }
  const inverse = invert(matrix);
  /** How far each column moves when one distance pushes with force one. */
  const moves = distances.map(({ left, right }) => inverse.map((line) => (line[right] ?? 0) - (line[left] ?? 0)));
  const places = new Array<number>(count).fill(0);
  const forces = distances.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    let largest = 0;
    distances.forEach(({ left, right, distance }, index) => {
      const move = moves[index] ?? [];
      const give = (move[right] ?? 0) - (move[left] ?? 0);
      const missing = distance - ((places[right] ?? 0) - (places[left] ?? 0));
      const before = forces[index] ?? 0;
      const force = Math.max(0, before + missing / give);
      if (force === before) return;
      forces[index] = force;
      move.forEach((value, column) => {
        places[column] = (places[column] ?? 0) + (force - before) * value;
      });
      largest = Math.max(largest, Math.abs((force - before) * give));
    });
    if (largest < SETTLED_PX) break;
  }
  return pushedApart(places, distances);
}

/** Makes good to the last hundredth what settling leaves over, from left to right. */
function pushedApart(places: number[], distances: Distance[]): number[] {
  const result = [...places];
  for (let moved = true; moved;) {
    moved = false;
    for (const { left, right, distance } of distances) {
      const least = (result[left] ?? 0) + distance;
      if ((result[right] ?? 0) < least - 1e-9) {
        result[right] = least;
        moved = true;
      }
    }
  }
  return result;
}

/** The inverse of a symmetric positive definite matrix, by elimination. */
function invert(matrix: number[][]): number[][] {
  const size = matrix.length;
  const work = matrix.map((line, row) => [...line, ...line.map((_, column) => (row === column ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const scale = work[pivot]?.[pivot] ?? 1;
    const pivotLine = (work[pivot] ?? []).map((value) => value / scale);
    work[pivot] = pivotLine;
    work.forEach((line, row) => {
      const factor = row === pivot ? 0 : (line[pivot] ?? 0);
      if (factor !== 0) work[row] = line.map((value, column) => value - factor * (pivotLine[column] ?? 0));
    });
  }
  return work.map((line) => line.slice(size));
}
