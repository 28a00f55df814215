import { derivedTexts, isBehind } from '../../src/blocks/derived-texts.ts';
import type { Records } from '../../src/blocks/records.ts';
import { siteRecords } from './site-records.ts';

/** What every English page asks is worked out once for the same records. */
const known = new WeakMap<Records, ReadonlySet<string>>();

/** Ids of the topics whose Chinese has changed since their English was made from it. */
export function behindTopics(): ReadonlySet<string> {
  const records = siteRecords();
  const topics = known.get(records) ?? findBehind(records);
  known.set(records, topics);
  return topics;
}

function findBehind(records: Records): ReadonlySet<string> {
  return new Set(
    derivedTexts(records)
      .filter((text) => text.kind !== 'short' && isBehind(text, records.translations.data.texts[text.key]))
      .map(({ scope }) => scope),
  );
}
