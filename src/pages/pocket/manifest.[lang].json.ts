import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { siteRecords } from '../../../scripts/lib/site-records.ts';
import { pageUrl, withBase } from '../../components/page-context.ts';
import { appManifest } from '../../links/app-manifest.ts';
import { LANGS } from '../../model/localized.ts';

export const getStaticPaths = () => LANGS.map((lang) => ({ params: { lang }, props: { lang } }));

/** What a system needs to put the site on a home screen. JSON by its name too, since many hosts know no other type for it. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  Response.json(appManifest(siteRecords().site.data, props.lang, pageUrl, (file) => withBase(`/${file}`)));
