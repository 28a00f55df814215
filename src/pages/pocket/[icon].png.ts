import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { renderAppIcon } from '../../../scripts/lib/app-icons.ts';
import { APP_ICONS } from '../../links/app-manifest.ts';

type IconName = keyof typeof APP_ICONS;

export const getStaticPaths = () =>
  (Object.keys(APP_ICONS) as IconName[]).map((icon) => ({ params: { icon }, props: { icon } }));

/** The site's icon as a system puts it on a home screen. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(Buffer.from(renderAppIcon(props.icon, process.cwd())), { headers: { 'Content-Type': 'image/png' } });
