import type { FaceBody, FaceGroup } from './face.ts';

/** A group in its place in the grid; `order` is its place in reading order. */
export interface Cell extends FaceGroup {
  order: number;
}

/** One way to lay a body out: rows of cells under columns that share the width. */
export interface Arrangement {
  name: string;
  /** Share of the width that each column takes, together 1; of two columns, also what each one's widest statement needs. */
  columns: readonly number[] | 'as needed';
  rows: readonly (readonly Cell[])[];
  /** Whether a hairline stands between the rows. */
  rules: boolean;
  /** Whether names stand on a line of their own above what is said of them; otherwise in front of it. */
  namesAbove: boolean;
  /** How much its size counts against the sizes that other arrangements reach; 1 for the plain one. */
  weight: number;
}

/** Shares of the width that two columns may take: what each needs, even, or a little more for the one that says more. */
const SHARES: readonly Arrangement['columns'][] = [
  'as needed',
  [0.5, 0.5],
  [0.45, 0.55],
  [0.4, 0.6],
  [0.55, 0.45],
  [0.6, 0.4],
];

/** The ways in which a body may be laid out, the plain one first. */
export function arrangements({ layout, groups }: FaceBody): Arrangement[] {
  const cells = groups.map((group, order) => ({ ...group, order }));
  const inOne = (rules: boolean, weight: number): Arrangement => ({
    name: 'one column',
    columns: [1],
    rows: cells.map((cell) => [cell]),
    rules,
    namesAbove: false,
    weight,
  });
  const inTwo = (name: string, rows: Cell[][], rules: boolean, weight: number): Arrangement[] =>
    SHARES.map((columns) => ({ name, columns, rows, rules, namesAbove: false, weight }));
  const named = cells.some(({ items }) => items.some(({ lead }) => lead !== undefined));
  const underNames = (arrangement: Arrangement): Arrangement => ({ ...arrangement, namesAbove: named });
  // A last row with an empty place looks like something is missing.
  const halves = cells.length % 2 === 0 ? 1 : 0.9;
  switch (layout) {
    case 'steps':
    case 'ticks':
    case 'list':
      return [
        inOne(false, 1),
        ...(named ? [{ ...underNames(inOne(false, 0.93)), name: 'names above' }] : []),
        ...(cells.length > 3 ? inTwo('two columns', downThenAcross(cells), false, 0.85 * halves).map(underNames) : []),
      ];
    case 'do-dont':
      return [inOne(true, 0.95), ...inTwo('two columns', downThenAcross(cells), true, halves * evenness(cells))];
    case 'pairs':
      return [
        inOne(true, 0.95),
        ...(cells.every(({ items }) => items.length <= 2) ? inTwo('side by side', cells.map(sideBySide), true, 1) : []),
        ...(cells.length > 2 ? inTwo('two columns', downThenAcross(cells), true, 0.9 * halves) : []),
      ];
  }
}

/** Of cells side by side, one that holds far less than the other leaves a hole: 1 when all hold as much, less when not. */
function evenness(cells: readonly Cell[]): number {
  const counts = cells.map(({ items }) => items.length);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return Math.min(1, 0.25 + mean / Math.max(...counts));
}

/** The first half of the cells in the left column, the rest in the right. */
function downThenAcross(cells: readonly Cell[]): Cell[][] {
  const half = Math.ceil(cells.length / 2);
  return cells.slice(0, half).map((cell, index) => {
    const right = cells[half + index];
    return right ? [cell, right] : [cell];
  });
}

function sideBySide({ items, order, ...group }: Cell): Cell[] {
  return items.map((item, index) => ({ ...(index === 0 && group), items: [item], order: order + index / 2 }));
}
