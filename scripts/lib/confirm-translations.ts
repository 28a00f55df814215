import { nextTranslations } from '../../src/blocks/next-locks.ts';
import { fillText, ISSUE_TEXTS } from '../../src/check/make-issue.ts';
import { nearest } from '../../src/check/nearest.ts';
import { loadRecordsOrThrow } from './load-records.ts';
import { countChanged } from './publish-locks.ts';
import { writeTranslations } from './write-locks.ts';

/**
 * Records that the translations and shorts of a topic, or of `all` content, hold as they stand, so that none of them
 * counts as behind. Writes nothing when a record is wrong or there is no such topic; the message says which.
 */
export function confirmTranslations(root: string, scope: string | undefined): { isDone: boolean; message: string } {
  let records;
  try {
    records = loadRecordsOrThrow(root);
  } catch (error) {
    return { isDone: false, message: (error as Error).message };
  }
  const lang = records.site.data.defaultLang;
  const texts = ISSUE_TEXTS[lang].locks;
  if (scope === undefined) return { isDone: false, message: texts.newUsage };
  const topics = records.topics.map(({ id }) => id);
  if (scope !== 'all' && !topics.includes(scope)) {
    const close = nearest(scope, topics);
    const message = close === undefined ? texts.unknownScope : texts.unknownScopeNearest;
    return { isDone: false, message: fillText(lang, message, { scope, nearest: close ?? '' }) };
  }

  const before = records.translations.data;
  const after = nextTranslations(records, (text) => scope === 'all' || text.scope === scope);
  writeTranslations(root, after, lang);
  return { isDone: true, message: fillText(lang, texts.confirmed, { scope, texts: countChanged(before, after) }) };
}
