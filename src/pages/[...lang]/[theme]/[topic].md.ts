import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { siteRecords } from '../../../../scripts/lib/site-records.ts';
import { langPaths } from '../../../components/lang-paths.ts';
import { wholeUrl } from '../../../components/page-context.ts';
import { topicMarkdown } from '../../../links/topic-markdown.ts';

/** Every topic in every language, beside its page. */
export const getStaticPaths = (() =>
  langPaths().flatMap(({ params, props }) =>
    siteRecords().topics.map((topic) => ({
      params: { ...params, theme: topic.theme, topic: topic.slug },
      props: { ...props, topic },
    })),
  )) satisfies GetStaticPaths;

/** A topic as Markdown. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { topic, lang }, site }) =>
  new Response(
    topicMarkdown(topic, siteRecords(), lang, (page) => wholeUrl(site, lang, page)),
    {
      headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
    },
  );
