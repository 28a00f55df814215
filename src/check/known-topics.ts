import type { Records, TopicRecord } from '../blocks/records.ts';

/** True when a topic of that id is in its place, readable or not. */
export function isTopic(records: Records, id: string): boolean {
  return records.topics.some((topic) => topic.id === id) || isUnread(records, topicFile(id));
}

/** The topic of that id, where it could be read. */
export function topicOf(records: Records, id: string): TopicRecord | undefined {
  return records.topics.find((topic) => topic.id === id);
}

/** True when the file is in its place and could not be read, so that nothing may be said about what it holds. */
export function isUnread(records: Records, file: string): boolean {
  return records.unread?.has(file) ?? false;
}

/** Where the record of a topic stands. */
function topicFile(id: string): string {
  return `content/topics/${id}/topic.yaml`;
}
