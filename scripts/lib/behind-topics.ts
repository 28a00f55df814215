import { derivedTexts, isBehind } from '../../src/blocks/derived-texts.ts';
import { siteRecords } from './site-records.ts';

/** Ids of the topics whose Chinese has changed since their English was made from it. */
export function behindTopics(): ReadonlySet<string> {
  const records = siteRecords();
  return new Set(
    derivedTexts(records)
      .filter((text) => text.kind !== 'short' && isBehind(text, records.translations.data.texts[text.key]))
      .map(({ scope }) => scope),
  );
}
