import type { Records } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import { LANGS, type Lang } from '../../model/localized.ts';
import { issueAt } from '../issue-at.ts';

/** What can be read in the three seconds that a card gets. */
const CHARACTERS_AT_MOST: Record<Lang, number> = { zh: 10, en: 28 };

/** Titles of cards and of their sides that are longer than a glance. */
export function checkCardTitles(records: Records): Issue[] {
  return records.topics.flatMap((topic) =>
    topic.data.cards.flatMap((card, index) => {
      const titles = [
        { path: ['title'], title: card.title },
        { path: ['front', 'title'], title: card.front.title },
        { path: ['back', 'title'], title: card.back.title },
      ];
      return titles.flatMap(({ path, title }) =>
        LANGS.flatMap((lang) => {
          const text = title?.[lang] ?? '';
          const count = [...text].length;
          const limit = CHARACTERS_AT_MOST[lang];
          if (count <= limit) return [];
          const values = { title: text, language: { thing: lang }, count, limit };
          return [issueAt(records, topic, ['cards', index, ...path, lang], 'card-title-long', values)];
        }),
      );
    }),
  );
}
