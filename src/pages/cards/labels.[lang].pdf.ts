import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { labelsPdf } from '../../../scripts/lib/card-files.ts';
import { LANGS } from '../../model/localized.ts';

export const getStaticPaths = (() =>
  LANGS.map((lang) => ({ params: { lang }, props: { lang } }))) satisfies GetStaticPaths;

/** What stands in the margins of sheets that are put together in the browser, part by part. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { lang } }) =>
  new Response(Buffer.from(labelsPdf(lang)), { headers: { 'Content-Type': 'application/pdf' } });
