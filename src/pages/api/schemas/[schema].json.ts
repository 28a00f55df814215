import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { withBase } from '../../../components/page-context.ts';
import { API_SHAPES, apiSchema } from '../../../links/api-shapes.ts';

/** Every shape that is promised. */
export const getStaticPaths = (() =>
  API_SHAPES.map((shape) => ({
    params: { schema: `${shape.name}.v${shape.version}` },
    props: { shape },
  }))) satisfies GetStaticPaths;

/** The JSON Schema of a file below `api/`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { shape }, site }) =>
  Response.json(apiSchema(shape, (address) => (site ? new URL(withBase(address), site).href : withBase(address))));
