import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { faceSvg } from '../../../../../../scripts/lib/card-files.ts';
import { facePaths } from '../../../../../components/face-paths.ts';

/** Every side of every card in every language and size. */
export const getStaticPaths = facePaths satisfies GetStaticPaths;

/** The picture of one side of a card. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(faceSvg(props.card, props.lang, props.side, props.size), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
