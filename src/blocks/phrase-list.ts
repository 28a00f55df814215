import type { Card } from '../model/card.ts';
import type { Localized } from '../model/localized.ts';
import type { TopicRecord } from './records.ts';

/** One “avoid → say instead → why” of the site, and where it is taught. */
export interface ListedPhrase {
  /** `<topic>/<block>/<fact>`. */
  id: string;
  topic: TopicRecord;
  /** The block's id, which is its section's anchor. */
  block: string;
  /** The ids of the topic's cards that carry it. */
  cards: string[];
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
            cards: topic.data.cards.filter((card) => carries(card, block.id, id)).map((card) => card.id),
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

function carries(card: Card, block: string, fact: string): boolean {
  return [card.front, card.back].some((side) => side.block === block && (side.only?.includes(fact) ?? true));
}
