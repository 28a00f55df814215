import type { Records } from '../blocks/records.ts';
import { topicOf } from '../blocks/topic-of.ts';

/** True when a topic of that id is in its place, readable or not. */
export function isTopic(records: Records, id: string): boolean {
  return topicOf(records, id) !== undefined || isUnread(records, topicFile(id));
}

/** True when the file is in its place and could not be read, so that nothing may be said about what it holds. */
export function isUnread(records: Records, file: string): boolean {
  return records.unread?.has(file) ?? false;
}

/** Where the record of a topic stands. */
function topicFile(id: string): string {
  return `content/topics/${id}/topic.yaml`;
}
