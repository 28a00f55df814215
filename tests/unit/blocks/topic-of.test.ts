import { expect, test } from 'vitest';
import type { TopicRecord } from '../../../src/blocks/records.ts';
import { topicOf } from '../../../src/blocks/topic-of.ts';

test('finding every topic of a site looks at each once', () => {
  let looks = 0;
  const topics = Array.from({ length: 100 }, (_, number) => ({
    get id() {
      looks += 1;
      return `theme/topic-${String(number)}`;
    },
  })) as unknown as TopicRecord[];
  const found = topics.map((_, number) => topicOf({ topics }, `theme/topic-${String(number)}`));
  expect(found.every((topic, number) => topic === topics[number])).toBe(true);
  expect(topicOf({ topics }, 'theme/none')).toBeUndefined();
  expect(looks).toBe(topics.length);
});
