import type { Records, TopicRecord } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import { issueAt } from '../issue-at.ts';

/** Two topics of one theme that claim the same place. */
export function checkOrders(records: Records): Issue[] {
  const readable = records.topics.filter((topic) => !topic.lost?.has('order'));
  const taken = new Map<string, TopicRecord>();
  const placeOf = (theme: string, order: number) => `${theme} ${order}`;
  return readable.flatMap((topic) => {
    const { order } = topic.data;
    const other = taken.get(placeOf(topic.theme, order));
    if (!other) {
      taken.set(placeOf(topic.theme, order), topic);
      return [];
    }
    const used = new Set(readable.filter(({ theme }) => theme === topic.theme).map(({ data }) => data.order));
    let free = 1;
    while (used.has(free)) free += 1;
    return [issueAt(records, topic, ['order'], 'duplicate-order', { order, other: other.id, free })];
  });
}
