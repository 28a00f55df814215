import { pinyin } from 'pinyin-pro';
import type { Lang } from '../model/localized.ts';

/** A name and the address that it leads to. */
export interface NamedPlace {
  name: string;
  url: string;
  /** What the page there is called; told beside a name that is not the page's own title. */
  title: string;
}

export interface NameGroup {
  /** `A` to `Z`, or `#` for names that begin with neither a letter nor a Chinese character. */
  initial: string;
  places: NamedPlace[];
}

/** How `name` sorts: as pinyin in Chinese, without case and article in English. */
function sortKey(name: string, lang: Lang): string {
  const spoken =
    lang === 'zh'
      ? pinyin(name, { toneType: 'none', nonZh: 'consecutive', v: true })
      : name.replace(/^(?:an?|the) (?=.)/iu, '');
  return spoken.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, '');
}

/**
 * Names grouped by initial and sorted as a reference book's index has them. Names that differ in case alone are one, as
 * the first of `places` writes it, and the same name to the same place stands once.
 */
export function groupNames(places: readonly NamedPlace[], lang: Lang): NameGroup[] {
  const spelling = new Map<string, string>();
  const byPlace = new Map<string, NamedPlace>();
  for (const place of places) {
    const folded = place.name.toLowerCase();
    const name = spelling.get(folded) ?? place.name;
    spelling.set(folded, name);
    const id = `${name}\n${place.url}`;
    if (!byPlace.has(id)) byPlace.set(id, { ...place, name });
  }
  const once = [...byPlace.values()];
  const keyed = once.map((place) => ({ place, key: sortKey(place.name, lang) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place.url < b.place.url ? -1 : 1));
  const groups = new Map<string, NamedPlace[]>();
  for (const { place, key } of keyed) {
    const initial = /^[a-z]/.test(key) ? key.charAt(0).toUpperCase() : '#';
    groups.set(initial, [...(groups.get(initial) ?? []), place]);
  }
  return [...groups]
    .map(([initial, found]) => ({ initial, places: found }))
    .sort((a, b) => (a.initial < b.initial ? -1 : 1));
}
