import type { Localized } from '../model/localized.ts';
import type { TopicRecord } from './records.ts';

/** One “avoid → say instead → why” of the site, and where it is taught. */
export interface ListedPhrase {
  /** `<topic>/<block>/<fact>`. */
  id: string;
  topic: TopicRecord;
  /** The block's id, which is its section's anchor. */
  block: string;
  situation: Localized;
  when: Localized | undefined;
  avoid: Localized;
  say: Localized;
  why: Localized | undefined;
}

/** Every phrase of the site, in reading order. */
export function listPhrases(topics: readonly TopicRecord[]): ListedPhrase[] {
  return topics.flatMap((topic) =>
    topic.data.blocks.flatMap((block) =>
      block.kind === 'phrases'
        ? block.items.map(({ id, when, avoid, say, why }) => ({
            id: `${topic.id}/${block.id}/${id}`,
            topic,
            block: block.id,
            situation: topic.data.short ?? topic.data.title,
            when,
            avoid,
            say,
            why,
          }))
        : [],
    ),
  );
}
