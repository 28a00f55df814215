import type { APIRoute } from 'astro';
import { siteRecords } from '../../../scripts/lib/site-records.ts';
import { pageUrl } from '../../components/page-context.ts';
import type { ListedTerm } from '../../links/api-shapes.ts';

/** The house terms that tools rely on. */
export const GET: APIRoute = () => {
  const at = (lang: 'zh' | 'en', id: string) => `${pageUrl(lang, 'glossary')}#${id}`;
  const listed = siteRecords().glossary.data.terms.map((term): ListedTerm => ({
    ...term,
    url: { zh: at('zh', term.id), en: at('en', term.id) },
  }));
  return Response.json(listed);
};
