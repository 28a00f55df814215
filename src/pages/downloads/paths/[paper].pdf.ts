import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { pathPaper, pathPaperUrl, PATH_PAPERS } from '../../../../scripts/lib/path-papers.ts';
import { pathPdf } from '../../../../scripts/lib/path-pdf.ts';
import { siteRecords } from '../../../../scripts/lib/site-records.ts';
import { LANGS } from '../../../model/localized.ts';

/** The checklist and the handout of every path in every language. */
export const getStaticPaths = (() =>
  [...siteRecords().paths.keys()].flatMap((id) =>
    PATH_PAPERS.flatMap((kind) =>
      LANGS.map((lang) => ({
        params: { paper: path(pathPaperUrl(id, kind, lang)) },
        props: { id, kind, lang },
      })),
    ),
  )) satisfies GetStaticPaths;

/** One paper of a path, ready to print. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { id, kind, lang } }) => {
  const paper = pathPaper(siteRecords(), id, kind, lang);
  if (!paper) throw new Error(`There is no path ${id}.`);
  return new Response(pathPdf(paper, kind), { headers: { 'Content-Type': 'application/pdf' } });
};

/** The part of an address that the route leaves open. */
function path(url: string): string {
  return (
    url
      .split('/')
      .at(-1)
      ?.replace(/\.pdf$/, '') ?? ''
  );
}
