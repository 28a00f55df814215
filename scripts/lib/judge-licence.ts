import satisfies from 'spdx-satisfies';
import type { LockedPackage } from './locked-packages.ts';

/** Licences (SPDX) that ask for no more than their notice, so that anything under them may be shipped with the site. */
const PERMISSIVE = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
];

/** Packages that were looked at one by one. */
const JUDGED: readonly { name: RegExp; licence: string; why: string }[] = [
  { name: /^khroma$/, licence: 'MIT', why: 'its package.json names no licence; the text beside it is that of MIT' },
  {
    name: /^@resvg\/resvg-js/,
    licence: 'MPL-2.0',
    why: 'draws pictures in the build, unchanged; nothing of it is shipped',
  },
  { name: /^lightningcss/, licence: 'MPL-2.0', why: 'packs styles in the build, unchanged; nothing of it is shipped' },
  {
    name: /^@img\/sharp-/,
    licence: 'LGPL-3.0-or-later',
    why: 'brought along by Astro for pictures that this site has none of; nothing of it is shipped',
  },
  {
    name: /^elkjs$/,
    licence: 'EPL-2.0',
    why: 'brought along by Mermaid, of which only the parser runs; nothing of it is shipped',
  },
];

/** What a package may be used as, and why where that was looked at; or that nobody has looked yet. */
export type LicenceVerdict =
  | { verdict: 'permissive'; licence: string; why?: string }
  | { verdict: 'build-only'; licence: string; why: string }
  | { verdict: 'unknown'; licence: string };

/** Judges by the licence that a package names; a package that names none, or another one, has to be named here. */
export function judgeLicence({ name, licence = '' }: Pick<LockedPackage, 'name' | 'licence'>): LicenceVerdict {
  if (isPermissive(licence)) return { verdict: 'permissive', licence };
  const judged = JUDGED.find((known) => known.name.test(name));
  // What was looked at was this licence: another version may come under another one.
  if (!judged || (licence !== '' && !licence.includes(judged.licence))) return { verdict: 'unknown', licence };
  return isPermissive(judged.licence)
    ? { verdict: 'permissive', licence: judged.licence, why: judged.why }
    : { verdict: 'build-only', licence, why: judged.why };
}

function isPermissive(licence: string): boolean {
  try {
    return satisfies(licence, PERMISSIVE);
  } catch {
    // No SPDX expression at all.
    return false;
  }
}
