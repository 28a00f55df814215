import type { APIRoute } from 'astro';
import { cardsOfSite } from '../../../scripts/lib/cards-of-site.ts';
import { siteRecords } from '../../../scripts/lib/site-records.ts';
import { topicQuestions } from '../../blocks/topic-questions.ts';
import { pageUrl } from '../../components/page-context.ts';

/** The list of topics that tools rely on; addresses are root-relative and include the base path. */
export const GET: APIRoute = () => {
  const records = siteRecords();
  const cards = cardsOfSite(records);
  const topics = records.topics.map((topic) => ({
    id: topic.id,
    theme: topic.theme,
    url: { zh: pageUrl('zh', topic.id), en: pageUrl('en', topic.id) },
    title: topic.data.title,
    description: topic.data.description,
    covers: topic.data.covers,
    roles: topic.data.roles,
    aliases: topic.data.aliases,
    reviewed: topic.data.reviewed,
    owner: topic.data.owner,
    cards: cards.filter((card) => card.topicId === topic.id).map((card) => card.id),
    questions: { zh: topicQuestions(topic, 'zh').length, en: topicQuestions(topic, 'en').length },
  }));
  return Response.json(topics);
};
