import { remember } from '../model/remember.ts';
import type { Records, TopicRecord } from './records.ts';

const byId = remember((topics: readonly TopicRecord[]) => new Map(topics.map((topic) => [topic.id, topic])));

/** The topic of that id, where it could be read; in one step however many there are, since every page asks. */
export function topicOf({ topics }: Pick<Records, 'topics'>, id: string): TopicRecord | undefined {
  return byId(topics).get(id);
}

/** After the id of a topic: the page with its questions. */
const QUIZ = '/quiz';

/** The id of the page with a topic's questions. */
export function quizPage(topicId: string): string {
  return `${topicId}${QUIZ}`;
}

/** The topic whose questions the page of that id asks; undefined where it is a page of another kind. */
export function topicAskedOn(records: Pick<Records, 'topics'>, page: string): TopicRecord | undefined {
  return page.endsWith(QUIZ) ? topicOf(records, page.slice(0, -QUIZ.length)) : undefined;
}
