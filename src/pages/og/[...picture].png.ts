import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { previewPng } from '../../../scripts/lib/card-files.ts';
import { previewsOfSite } from '../../../scripts/lib/preview-files.ts';
import { siteRecords } from '../../../scripts/lib/site-records.ts';
import { previewPath } from '../../links/page-previews.ts';

/** Every page that has a preview of its own, in every language. */
export const getStaticPaths = (() =>
  previewsOfSite(siteRecords()).map(({ page, lang, content }) => ({
    params: { picture: previewPath(page, lang).replace(/^\/og\/|\.png$/g, '') },
    props: { content },
  }))) satisfies GetStaticPaths;

/** The picture that chats and social sites show beside a link. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(Buffer.from(previewPng(props.content)), { headers: { 'Content-Type': 'image/png' } });
