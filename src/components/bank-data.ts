import { siteRecords } from '../../scripts/lib/site-records.ts';
import { formerTopicIds } from '../blocks/published.ts';
import { topicQuestions } from '../blocks/topic-questions.ts';
import type { BankData } from '../client/question-bank.ts';
import type { Lang } from '../model/localized.ts';
import { hueVariables } from '../model/hue.ts';
import { withBase } from './page-context.ts';

/** What a page that asks about several topics is told of all of them. */
export function bankData(lang: Lang): BankData {
  const records = siteRecords();
  const themes = records.site.data.themes.filter(({ id }) => records.topics.some(({ theme }) => theme === id));
  return {
    lang,
    source: withBase('/api/quiz/'),
    themes: themes.map((theme) => ({ id: theme.id, title: theme.title[lang], style: hueVariables(theme) })),
    topics: records.topics.map((topic) => {
      const formerly = formerTopicIds(records, topic.id);
      return {
        id: topic.id,
        title: topic.data.title[lang],
        theme: topic.theme,
        questions: topicQuestions(topic, lang).length,
        ...(formerly.length > 0 && { formerly }),
      };
    }),
  };
}
