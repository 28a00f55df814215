import { encode } from 'uqr';

/** A QR code as rectangles of dark modules; the quiet zone around it is left to whoever places it. */
export interface QrModules {
  /** Modules on a side. */
  size: number;
  /** `[x, y, width, height]` in modules, not overlapping. */
  rects: [number, number, number, number][];
}

/** The smallest QR code that holds `text`, with as much error correction as fits into that size. */
export function qrModules(text: string): QrModules {
  const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: 0 });
  return { size, rects: mergeRuns(data) };
}

type Rect = QrModules['rects'][number];

/** Runs of dark modules, joined with equal runs of the rows above. */
function mergeRuns(rows: readonly (readonly boolean[])[]): Rect[] {
  const rects: Rect[] = [];
  let above: Rect[] = [];
  for (const [y, row] of rows.entries()) {
    const here: Rect[] = [];
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const end = row.indexOf(false, x);
      const width = (end === -1 ? row.length : end) - x;
      const known = above.find((rect) => rect[0] === x && rect[2] === width);
      const run: Rect = known ?? [x, y, width, 0];
      run[3] += 1;
      if (!known) rects.push(run);
      here.push(run);
      x += width;
    }
    above = here;
  }
  return rects;
}
