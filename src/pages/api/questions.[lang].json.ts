import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { banksOfSite, WHOLE_BANK } from '../../../scripts/lib/question-banks.ts';
import { siteRecords } from '../../../scripts/lib/site-records.ts';
import { withBase } from '../../components/page-context.ts';
import { listQuestion } from '../../exporters/question-json.ts';
import { LANGS } from '../../model/localized.ts';

/** One list a language. */
export const getStaticPaths = (() =>
  LANGS.map((lang) => ({ params: { lang }, props: { lang } }))) satisfies GetStaticPaths;

/** Every question of the site; addresses are root-relative and include the base path. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { lang } }) => {
  const whole = banksOfSite(siteRecords(), lang).find(({ id }) => id === WHOLE_BANK);
  const questions = (whole?.questions ?? []).map(listQuestion);
  return Response.json(questions.map((question) => ({ ...question, url: withBase(question.url) })));
};
