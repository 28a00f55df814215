import type { APIRoute } from 'astro';
import { siteRecords } from '../../../scripts/lib/site-records.ts';
import { PATHS } from '../../blocks/published.ts';
import { pageUrl } from '../../components/page-context.ts';
import type { ListedPath } from '../../links/api-shapes.ts';

/** The onboarding paths that tools rely on. */
export const GET: APIRoute = () => {
  const paths = [...siteRecords().paths].sort(([a], [b]) => (a < b ? -1 : 1));
  const listed = paths.map(([id, { data }]): ListedPath => ({
    id,
    url: { zh: pageUrl('zh', `${PATHS}/${id}`), en: pageUrl('en', `${PATHS}/${id}`) },
    minutes: data.stages.flatMap(({ steps }) => steps).reduce((sum, { minutes }) => sum + minutes, 0),
    ...data,
  }));
  return Response.json(listed);
};
