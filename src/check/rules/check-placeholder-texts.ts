import type { Records } from '../../blocks/records.ts';
import { NEW_TOPIC_TEXTS } from '../../i18n/new-topic.ts';
import type { Issue } from '../../model/issue.ts';
import { LANGS, type Lang } from '../../model/localized.ts';
import { issueAt, issueAtPosition } from '../issue-at.ts';
import { writtenTexts } from '../written-texts.ts';

/** Texts of a new topic that nobody has written yet; of its aliases the first in each language. */
export function checkPlaceholderTexts(records: Records): Issue[] {
  const texts = writtenTexts(records)
    .filter(({ lang, text }) => isPlaceholder(lang, text))
    .map(({ file, text, positionAt }) =>
      issueAtPosition(records, file, positionAt(0), 'placeholder-text', { text: text.trim() }),
    );
  const aliases = records.topics.flatMap((topic) =>
    LANGS.flatMap((lang) => {
      const index = topic.data.aliases[lang].findIndex((alias) => isPlaceholder(lang, alias));
      const text = topic.data.aliases[lang][index];
      return text === undefined
        ? []
        : [issueAt(records, topic, ['aliases', lang, index], 'placeholder-text', { text })];
    }),
  );
  return [...texts, ...aliases];
}

function isPlaceholder(lang: Lang, text: string): boolean {
  return text.trim().startsWith(NEW_TOPIC_TEXTS[lang].mark.trim());
}
