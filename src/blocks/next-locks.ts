import { cardVersion, type CardTexts } from '../cards/card-version.ts';
import type { Card } from '../model/card.ts';
import type { Permalinks, Translations } from '../model/locks.ts';
import { cardNumbers } from './card-numbers.ts';
import { derivedTexts, isBehind, type DerivedText } from './derived-texts.ts';
import { publishedIds, publishedUrls } from './published.ts';
import type { Records, TopicRecord } from './records.ts';

/**
 * The lock of permanent links with everything added that is not in it yet; what is in it stays as it is.
 * @param cardTexts the words of a card by side and language, from which its version is made.
 */
export function nextPermalinks(records: Records, cardTexts: (topic: TopicRecord, card: Card) => CardTexts): Permalinks {
  const before = records.permalinks.data;
  return {
    ids: withAdded(before.ids, publishedIds(records)),
    urls: withAdded(before.urls, publishedUrls(records)),
    cards: nextCards(records, cardTexts),
    redirects: before.redirects,
  };
}

/**
 * The lock of derived texts with new ones added, and those brought up to date where original and derived text have
 * both changed. One that is behind keeps what the lock says, so that it stays behind until `confirm` names it.
 */
export function nextTranslations(
  records: Records,
  confirm: (text: DerivedText) => boolean = () => false,
): Translations {
  const before = records.translations.data.texts;
  const now = derivedTexts(records).map((text): [string, Translations['texts'][string]] => {
    const known = before[text.key];
    const keep = known !== undefined && isBehind(text, known) && !confirm(text);
    return [text.key, keep ? known : { from: text.from, made: text.made }];
  });
  return { texts: Object.fromEntries(now.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function nextCards(records: Records, cardTexts: (topic: TopicRecord, card: Card) => CardTexts): Permalinks['cards'] {
  const numbers = cardNumbers(records);
  const before = new Map(records.permalinks.data.cards.map((entry) => [entry.id, entry]));
  const now = records.topics.flatMap((topic) =>
    topic.data.cards.map((card) => {
      const id = `${topic.id}/${card.id}`;
      const texts = cardTexts(topic, card);
      const hash = cardVersion(texts);
      const versions = before.get(id)?.versions ?? [];
      const isKnown = versions.some((version) => version.hash === hash);
      const version = { hash, reviewed: topic.data.reviewed, front: texts.front, back: texts.back };
      return { number: numbers.get(id) ?? 0, id, versions: isKnown ? versions : [...versions, version] };
    }),
  );
  const ids = new Set(now.map(({ id }) => id));
  const gone = records.permalinks.data.cards.filter(({ id }) => !ids.has(id));
  return [...now, ...gone].sort((a, b) => a.number - b.number);
}

/** The old entries where they are, then what is new, in order. */
function withAdded(before: readonly string[], now: readonly string[]): string[] {
  const known = new Set(before);
  return [...before, ...[...new Set(now)].filter((entry) => !known.has(entry)).sort()];
}
