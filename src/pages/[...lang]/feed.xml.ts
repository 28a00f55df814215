import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { siteRecords } from '../../../scripts/lib/site-records.ts';
import { langPaths } from '../../components/lang-paths.ts';
import { wholeUrl } from '../../components/page-context.ts';
import { renderFeed } from '../../links/atom-feed.ts';

export const getStaticPaths = langPaths;

/** The topics of a language as an Atom feed. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { lang }, site }) => {
  const urlOf = (page: string) => wholeUrl(site, lang, page);
  return new Response(renderFeed(siteRecords(), lang, urlOf, `${urlOf('')}feed.xml`), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
};
