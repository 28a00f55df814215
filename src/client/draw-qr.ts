import { qrModules } from '../cards/qr-modules.ts';

const NS = 'http://www.w3.org/2000/svg';
const QUIET = 4;

/** A QR code of `text` as a picture that `label` names. Throws when it is too long for one. */
export function drawQr(text: string, label: string): SVGSVGElement {
  const { size, rects } = qrModules(text);
  const svg = document.createElementNS(NS, 'svg');
  const side = String(size + 2 * QUIET);
  svg.setAttribute('viewBox', `0 0 ${side} ${side}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  const path = document.createElementNS(NS, 'path');
  path.setAttribute(
    'd',
    rects.map(([x, y, width, height]) => `M${x + QUIET} ${y + QUIET}h${width}v${height}h-${width}z`).join(''),
  );
  svg.append(path);
  return svg;
}
