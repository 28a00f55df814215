import { Resvg } from '@resvg/resvg-js';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { APP_ICONS, FRAME_COLOURS } from '../../src/links/app-manifest.ts';

/** The picture that every icon is made of. */
const SOURCE = 'public/favicon.svg';

/** An icon of the installed site as PNG; on a ground of its own where the system leaves none see-through. */
export function renderAppIcon(name: keyof typeof APP_ICONS, root: string): Uint8Array {
  const { size, inset } = APP_ICONS[name];
  const edge = size * inset;
  const side = size - 2 * edge;
  const picture = readFileSync(path.join(root, SOURCE), 'utf8').replace(
    '<svg ',
    `<svg x="${edge}" y="${edge}" width="${side}" height="${side}" `,
  );
  const ground = inset === 0 ? '' : `<rect width="${size}" height="${size}" fill="${FRAME_COLOURS.light}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${ground}${picture}</svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}
