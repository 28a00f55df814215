import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { siteRecords } from '../../../../scripts/lib/site-records.ts';
import { topicQuestions } from '../../../blocks/topic-questions.ts';
import { withBase } from '../../../components/page-context.ts';
import { LANGS } from '../../../model/localized.ts';
import { questionName } from '../../../onboarding/question-name.ts';

export const getStaticPaths = (() =>
  LANGS.map((lang) => ({ params: { lang }, props: { lang } }))) satisfies GetStaticPaths;

/** What each question asks and where it is answered, by the names that results give them. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { lang } }) =>
  Response.json(
    Object.fromEntries(
      siteRecords().topics.flatMap((topic) =>
        topicQuestions(topic, lang).map(({ id, stem, url }) => [
          `${topic.id}/${questionName(id)}`,
          { stem, href: withBase(url) },
        ]),
      ),
    ),
  );
