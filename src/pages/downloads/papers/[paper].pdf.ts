import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { paperPdf } from '../../../../scripts/lib/paper-pdf.ts';
import { drawSitePaper, papersOfSite } from '../../../../scripts/lib/papers-of-site.ts';
import { siteRecords } from '../../../../scripts/lib/site-records.ts';
import { LANGS } from '../../../model/localized.ts';

/** The sheets and the key of every paper in every language. */
export const getStaticPaths = (() =>
  papersOfSite(siteRecords()).flatMap(({ id, plan }) =>
    LANGS.flatMap((lang) => [
      { params: { paper: `${id}.${lang}` }, props: { plan, lang, part: 'sheets' as const } },
      { params: { paper: `${id}-key.${lang}` }, props: { plan, lang, part: 'key' as const } },
    ]),
  )) satisfies GetStaticPaths;

/** One part of a paper, ready to print. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { plan, lang, part } }) => {
  const pdf = paperPdf(drawSitePaper(siteRecords(), plan, lang), part);
  return new Response(pdf, { headers: { 'Content-Type': 'application/pdf' } });
};
