import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { facePdf } from '../../../../../../scripts/lib/card-files.ts';
import { facePaths } from '../../../../../components/face-paths.ts';

/** Every side of every card in every language and size. */
export const getStaticPaths = facePaths satisfies GetStaticPaths;

/** One side of a card as a page with bleed: what the browser puts on sheets. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(Buffer.from(facePdf(props.card, props.lang, props.side, props.size)), {
    headers: { 'Content-Type': 'application/pdf' },
  });
