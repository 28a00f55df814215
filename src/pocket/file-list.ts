import type { Lang } from '../model/localized.ts';

/** What can be kept on a device as a whole: a language to read and use, and what is printed in it. */
export const LIST_NAMES = ['zh', 'en', 'zh-print', 'en-print'] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** A file of the site: its address below the site's root, what its bytes come to, bytes over the network, bytes stored. */
export type ListedFile = readonly [path: string, revision: string, wire: number, size: number];

/** The files of one build that belong together; `pocket/<name>.json` in the site. */
export interface FileList {
  version: string;
  files: readonly ListedFile[];
}

/** Hexadecimal digits of a SHA-256 digest that tell one content of a file from the next. */
export const REVISION_DIGITS = 12;

/** The name under which a file's content is kept: the same content has the same name, whatever its address. */
export function keyOf(path: string, revision: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return revision + (name.includes('.') ? name.slice(name.lastIndexOf('.')) : '.html');
}

/** The address that a file of `dist/` has below the site's root: `cards/index.html` → `cards/`. */
export function addressOf(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1');
}

/** The lists that a file of `dist/` belongs to; none for what only programs, hosts and chats ask for. */
export function listsOfFile(file: string): ListName[] {
  if (file.endsWith('.html')) return file === '404.html' ? [] : [file.startsWith('en/') ? 'en' : 'zh'];
  if (/^(?:_astro\/|favicon\.svg$|pocket\/icon-|api\/cards\.json$)/.test(file)) return ['zh', 'en'];
  if (file.startsWith('api/search/')) return (['zh', 'en'] as const).filter((lang) => isAskedIn(lang, file));
  const [, lang, ending] = /[./](zh|en)\.([a-z]+)$/.exec(file) ?? [];
  if (!lang || !/^(?:api\/(?:quiz|onboarding)|cards|downloads|pocket)\//.test(file)) return [];
  if (ending === 'pdf') return [`${lang as Lang}-print`];
  return ending === 'json' || ending === 'svg' ? [lang as Lang] : [];
}

/** True for a file of the search that a query on pages in `lang` may fetch; queries are also put in the other language. */
function isAskedIn(lang: Lang, file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (name === 'han.json' || name.startsWith(`${lang}.`) || name.startsWith(`${lang}-`)) return true;
  return /^(?:zh|en)-(?:index|\d+)\.json$/.test(name);
}
