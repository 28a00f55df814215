import type { Records } from '../blocks/records.ts';
import { linkTexts } from '../i18n/links.ts';
import type { Lang } from '../model/localized.ts';

/**
 * The topics as an Atom feed, the one reviewed last first. Its dates are those of the records, so that the same content
 * always makes the same feed.
 * @param urlOf the whole address of a page by its id.
 * @param feedUrl the whole address of the feed itself.
 */
export function renderFeed(records: Records, lang: Lang, urlOf: (page: string) => string, feedUrl: string): string {
  const { name } = records.site.data;
  const topics = [...records.topics].sort((a, b) => compare(b.data.reviewed, a.data.reviewed) || compare(a.id, b.id));
  const entries = topics.map(({ id, theme, data }) => [
    '<entry>',
    `<id>${escape(urlOf(id))}</id>`,
    `<title>${escape(data.title[lang])}</title>`,
    `<link rel="alternate" type="text/html" href="${escape(urlOf(id))}"/>`,
    `<updated>${moment(data.reviewed)}</updated>`,
    `<author><name>${escape(data.owner[lang])}</name></author>`,
    `<category term="${escape(theme)}"/>`,
    `<summary>${escape(data.description[lang])}</summary>`,
    '</entry>',
  ]);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang === 'zh' ? 'zh-CN' : 'en'}">`,
    `<id>${escape(feedUrl)}</id>`,
    `<title>${escape(linkTexts(lang)('feed.title', { site: name[lang] }))}</title>`,
    `<subtitle>${escape(linkTexts(lang)('feed.description'))}</subtitle>`,
    `<link rel="self" type="application/atom+xml" href="${escape(feedUrl)}"/>`,
    `<link rel="alternate" type="text/html" href="${escape(urlOf(''))}"/>`,
    `<updated>${moment(topics[0]?.data.reviewed ?? '1970-01-01')}</updated>`,
    `<author><name>${escape(name[lang])}</name></author>`,
    ...entries.flat(),
    '</feed>',
    '',
  ].join('\n');
}

function moment(day: string): string {
  return `${day}T00:00:00Z`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What XML cannot hold: control characters but tab and line ends, and two that are none. */
const UNFIT = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

function escape(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(UNFIT, '').replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
