import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { siteRecords } from '../../../scripts/lib/site-records.ts';
import { langPaths } from '../../components/lang-paths.ts';
import { wholeUrl, withBase } from '../../components/page-context.ts';
import { API_SHAPES } from '../../links/api-shapes.ts';
import { llmsText } from '../../links/llms-text.ts';

export const getStaticPaths = langPaths;

/** The overview for language models. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { lang }, site }) => {
  const page = (id: string) => wholeUrl(site, lang, id);
  const file = (address: string) => (site ? new URL(withBase(address), site).href : withBase(address));
  const text = llmsText(siteRecords(), lang, {
    page,
    topic: (id) => page(id).replace(/\/$/, '.md'),
    data: API_SHAPES.flatMap(({ files }) => files).map((name) => ({ name: `api/${name}`, url: file(`/api/${name}`) })),
  });
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
