import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { siteRecords } from '../../../../../scripts/lib/site-records.ts';
import { topicQuestions } from '../../../../blocks/topic-questions.ts';
import { withBase } from '../../../../components/page-context.ts';
import { LANGS } from '../../../../model/localized.ts';
import { showQuestion } from '../../../../quiz/types/registry.ts';

/** Every topic in every language. */
export const getStaticPaths = (() =>
  siteRecords().topics.flatMap((topic) =>
    LANGS.map((lang) => ({
      params: { theme: topic.theme, topic: `${topic.id.split('/')[1] ?? ''}.${lang}` },
      props: { topic, lang },
    })),
  )) satisfies GetStaticPaths;

/** The questions of one topic as pages ask them that ask about several: the same as on the topic's own page. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { topic, lang } }) =>
  Response.json(topicQuestions(topic, lang).map((question) => showQuestion(question, withBase(''))));
