import { crc32, deflateSync } from 'node:zlib';

/** Steps between paper and ink at the edge of a letter; more are not seen. */
const SHADES = 32;
const COLORS_AT_MOST = 256;

/**
 * A picture of few inks on white as a PNG with a palette: every pixel becomes the nearest shade of an ink. A third of the
 * size of one in full colour.
 * @param pixels red, green, blue and opacity of each pixel, row by row.
 * @param inks `#rrggbb`.
 */
export function encodePng(pixels: Uint8Array, width: number, height: number, inks: readonly string[]): Uint8Array {
  const palette = shadesOf(inks);
  const known = new Map<number, number>();
  const rows = new Uint8Array((width + 1) * height);
  // Two million times: nothing is made anew in here, and most pixels are like the one before.
  let last = -1;
  let index = 0;
  for (let y = 0; y < height; y += 1) {
    // Each row begins with a zero: stored as it is.
    let to = y * (width + 1) + 1;
    for (let from = y * width * 4; from < (y + 1) * width * 4; from += 4) {
      const color = ((pixels[from] ?? 0) << 16) | ((pixels[from + 1] ?? 0) << 8) | (pixels[from + 2] ?? 0);
      if (color !== last) {
        last = color;
        index = known.get(color) ?? nearest(palette, [color >> 16, (color >> 8) & 255, color & 255]);
        known.set(color, index);
      }
      rows[to] = index;
      to += 1;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('PLTE', Uint8Array.from(palette.flat())),
      chunk('IDAT', deflateSync(rows, { level: 6 })),
      chunk('IEND', new Uint8Array()),
    ]),
  );
}

type Color = readonly [red: number, green: number, blue: number];

/** White, and each ink in its shades. */
function shadesOf(inks: readonly string[]): Color[] {
  const shades = Math.min(SHADES, Math.floor((COLORS_AT_MOST - 1) / Math.max(1, inks.length)));
  return [
    [255, 255, 255],
    ...inks.flatMap((ink) => {
      const full = [1, 3, 5].map((start) => Number.parseInt(ink.slice(start, start + 2), 16));
      return Array.from({ length: shades }, (_, index): Color => {
        const share = (index + 1) / shades;
        const [red = 0, green = 0, blue = 0] = full.map((value) => Math.round(255 - (255 - value) * share));
        return [red, green, blue];
      });
    }),
  ];
}

function nearest(palette: readonly Color[], [red, green, blue]: Color): number {
  let [best, least] = [0, Infinity];
  for (const [index, [r, g, b]] of palette.entries()) {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
