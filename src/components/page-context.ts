import { siteRecords } from '../../scripts/lib/site-records.ts';
import type { TopicRecord } from '../blocks/records.ts';
import { topicAskedOn, topicOf } from '../blocks/topic-of.ts';
import type { Lang } from '../model/localized.ts';
import type { Theme } from '../model/site.ts';

/** What the page at hand is about, from its Starlight id such as `en/complaints/six-steps`. */
export interface PageContext {
  lang: Lang;
  /** The same page's id without the language. */
  id: string;
  theme: Theme | undefined;
  topic: TopicRecord | undefined;
  /** The topic whose questions it asks, where it is a page of nothing else. */
  asked: TopicRecord | undefined;
}

/** What `routeId` stands for. */
export function pageContext(routeId: string): PageContext {
  const records = siteRecords();
  const [, lang, id = ''] = /^(en)?\/?(.*)$/.exec(routeId) ?? [];
  return {
    lang: lang === 'en' ? 'en' : 'zh',
    id,
    theme: records.site.data.themes.find((theme) => theme.id === id.split('/')[0]),
    topic: topicOf(records, id),
    asked: topicAskedOn(records, id),
  };
}

/** `address`, root-relative, with the base path that the site is served under. */
export function withBase(address: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}${address}`;
}

/** Root-relative address of a page in `lang`, base path included: `pageUrl('en', 'complaints')` → `/en/complaints/`. */
export function pageUrl(lang: Lang, id: string): string {
  return withBase(`/${[lang === 'en' ? 'en/' : '', id === '' ? '' : `${id}/`].join('')}`);
}

/** The same with the host in front, where the site has one; `page` may name a place on it: `complaints/six-steps#steps`. */
export function wholeUrl(site: URL | undefined, lang: Lang, page: string): string {
  const [id = '', anchor] = page.split('#');
  const url = pageUrl(lang, id);
  return (site ? new URL(url, site).href : url) + (anchor === undefined ? '' : `#${anchor}`);
}
