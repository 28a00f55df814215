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

/** Runs of dark modules, joined with equal runs of the rows above. */
function mergeRuns(rows: readonly (readonly boolean[])[]): QrModules['rects'] {
  const rects: QrModules['rects'] = [];
  let above: QrModules['rects'] = [];
  for (const [y, row] of rows.entries()) {
    const here: QrModules['rects'] = [];
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const end = row.indexOf(false, x);
      const width = (end === -1 ? row.length : end) - x;
      const same = above.find((rect) => rect[0] === x && rect[2] === width);
      if (same) same[3] += 1;
      else rects.push([x, y, width, 1]);
      here.push(same ?? (rects.at(-1) as [number, number, number, number]));
      x += width;
    }
    above = here;
  }
  return rects;
}
