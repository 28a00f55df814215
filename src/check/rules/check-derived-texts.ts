import { derivedTexts, isBehind } from '../../blocks/derived-texts.ts';
import type { Records } from '../../blocks/records.ts';
import { topicOf } from '../../blocks/topic-of.ts';
import type { Issue } from '../../model/issue.ts';
import { issueAtPosition } from '../issue-at.ts';
import { isUnread } from '../known-topics.ts';

/** English whose Chinese, and shorts whose full text, has changed since they were last confirmed. */
export function checkDerivedTexts(records: Records): Issue[] {
  // In a file that could not be read in full, a text may be a stand-in.
  const isWhole = (scope: string) => !topicOf(records, scope)?.lost;
  return derivedTexts(records)
    .filter((text) => isBehind(text, records.translations.data.texts[text.key]))
    .filter((text) => isWhole(text.scope) && !isUnread(records, text.file))
    .map(({ kind, lang, scope, file, locate }) => {
      const message =
        kind === 'short' ? 'short-behind' : kind === 'prose' ? 'translation-behind/prose' : 'translation-behind';
      const topic = topicOf(records, scope) ? scope : 'all';
      return issueAtPosition(records, file, locate(), message, { scope: topic, lang: { thing: lang } });
    });
}
