import type { Records } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import { LANGS } from '../../model/localized.ts';
import { isPlaceholder } from '../is-placeholder.ts';
import { issueAt, issueAtPosition } from '../issue-at.ts';
import { writtenTexts } from '../written-texts.ts';

/** Texts of a new topic that nobody has written yet; of its aliases and of its asks the first in each language. */
export function checkPlaceholderTexts(records: Records): Issue[] {
  const texts = writtenTexts(records)
    .filter(({ lang, text }) => isPlaceholder(lang, text))
    .map(({ file, text, positionAt }) =>
      issueAtPosition(records, file, positionAt(0), 'placeholder-text', { text: text.trim() }),
    );
  const lists = records.topics.flatMap((topic) =>
    (['aliases', 'asks'] as const).flatMap((key) =>
      LANGS.flatMap((lang) => {
        const index = topic.data[key][lang].findIndex((each) => isPlaceholder(lang, each));
        const text = topic.data[key][lang][index];
        return text === undefined ? [] : [issueAt(records, topic, [key, lang, index], 'placeholder-text', { text })];
      }),
    ),
  );
  return [...texts, ...lists];
}
