import type { Lang } from '../model/localized.ts';

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
