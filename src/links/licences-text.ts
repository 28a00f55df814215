import { linkTexts } from '../i18n/links.ts';
import { LANGS } from '../model/localized.ts';

/** Something that is shipped with the site. */
export interface ShippedPart {
  name: string;
  version: string;
  /** SPDX: `MIT`. */
  licence: string;
  /** The notice that its licence asks to be passed on. */
  text: string;
}

/** The notices of all parts in one text, the site's own program first, then by name. */
export function renderLicences(own: ShippedPart, others: readonly ShippedPart[]): string {
  const byName = [...others].sort((a, b) => (a.name < b.name ? -1 : 1));
  const intro = LANGS.map((lang) => linkTexts(lang)('licences.intro')).join('\n');
  const notices = [own, ...byName].map(
    ({ name, version, licence, text }) => `${'='.repeat(72)}\n${name} ${version} (${licence})\n\n${text.trim()}`,
  );
  return `${[intro, ...notices].join('\n\n')}\n`;
}
