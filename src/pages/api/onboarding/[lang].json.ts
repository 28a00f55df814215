import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { onboardingCatalogue } from '../../../../scripts/lib/onboarding-catalogue.ts';
import { siteRecords } from '../../../../scripts/lib/site-records.ts';
import { withBase } from '../../../components/page-context.ts';
import { LANGS } from '../../../model/localized.ts';

export const getStaticPaths = (() =>
  LANGS.map((lang) => ({ params: { lang }, props: { lang } }))) satisfies GetStaticPaths;

/** What plans made in the browser are made of. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { lang } }) =>
  Response.json(onboardingCatalogue(siteRecords(), lang, withBase('')));
