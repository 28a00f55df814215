import type { Lang } from '../model/localized.ts';
import type { PrintSizeId } from './card-size.ts';
import type { Side } from './face.ts';

/** Where a card's own page stands, root-relative without the base path: `/c/7/`, `/en/c/7/`. */
export function cardPath(number: number, lang: Lang, defaultLang: Lang): string {
  return `${lang === defaultLang ? '' : `/${lang}`}/c/${String(number)}/`;
}

/** What the QR code of a card holds: the whole address of its page and the version that was printed. */
export function qrAddress(siteAddress: string, path: string, version: string): string {
  return `${siteAddress.replace(/\/+$/, '')}${path}?v=${version}`;
}

/** The same address short enough to type: no scheme, no version, no slash at the end. */
export function typedAddress(siteAddress: string, path: string): string {
  return `${siteAddress.replace(/^https?:\/\//, '').replace(/\/+$/, '')}${path.replace(/\/$/, '')}`;
}

/** Where one side of a card stands as a file, root-relative without the base path: an SVG to look at, a PDF to print. */
export function facePath(id: string, side: Side, size: PrintSizeId, lang: Lang, format: 'svg' | 'pdf'): string {
  return `/cards/faces/${id}.${side}.${size}.${lang}.${format}`;
}
