import type { APIRoute, GetStaticPaths } from 'astro';
import { searchFiles } from '../../../../../scripts/lib/search-files-of-site.ts';
import { siteRecords } from '../../../../../scripts/lib/site-records.ts';

/** Each version of the search has addresses of its own, so that a browser may keep its files for good. */
export const getStaticPaths = (() => {
  const { version, files } = searchFiles(siteRecords());
  return [...files].map(([file, text]) => ({ params: { version, file }, props: { text } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/json; charset=utf-8' } });
