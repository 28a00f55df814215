import { remember } from '../model/remember.ts';
import type { Records, TopicRecord } from './records.ts';

const byId = remember((topics: readonly TopicRecord[]) => new Map(topics.map((topic) => [topic.id, topic])));

/** The topic of that id, where it could be read; in one step however many there are, since every page asks. */
export function topicOf({ topics }: Pick<Records, 'topics'>, id: string): TopicRecord | undefined {
  return byId(topics).get(id);
}
