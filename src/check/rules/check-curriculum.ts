import type { Records } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import { coverageByTheme } from '../coverage.ts';
import { issueAt } from '../issue-at.ts';
import { isUnread } from '../known-topics.ts';
import { nearest } from '../nearest.ts';

/** Ids under `covers` that the curriculum has not, facts taught twice, and facts left out by a theme that has topics. */
export function checkCurriculum(records: Records): Issue[] {
  return isUnread(records, records.curriculum.file) ? [] : [...checkCovers(records), ...checkUncovered(records)];
}

function checkCovers(records: Records): Issue[] {
  const ids = records.curriculum.data.facts.map(({ id }) => id);
  const known = new Set([...ids, ...(records.curriculum.lost ?? [])]);
  const taught = new Map<string, string>();
  return records.topics.flatMap((topic) =>
    topic.data.covers.flatMap((id, index) => {
      const path = ['covers', index];
      if (!known.has(id)) {
        const close = nearest(id, ids);
        return close === undefined
          ? [issueAt(records, topic, path, 'unknown-curriculum-id', { id })]
          : [issueAt(records, topic, path, 'unknown-curriculum-id/nearest', { id, nearest: close })];
      }
      const other = taught.get(id);
      if (other !== undefined) return [issueAt(records, topic, path, 'curriculum-covered-twice', { id, other })];
      taught.set(id, topic.id);
      return [];
    }),
  );
}

function checkUncovered(records: Records): Issue[] {
  const { facts } = records.curriculum.data;
  const lang = records.site.data.defaultLang;
  // What a topic that could not be read in full teaches is not known.
  const doubtful = [...records.topics.filter(({ lost }) => lost).map(({ file }) => file), ...(records.unread ?? [])];
  return coverageByTheme(records)
    .filter(({ theme, topics }) => topics > 0 && !doubtful.some((file) => file.startsWith(`content/topics/${theme}/`)))
    .flatMap(({ theme, title, uncovered }) =>
      uncovered.map((id) => {
        const index = facts.findIndex((fact) => fact.id === id);
        return issueAt(records, records.curriculum, ['facts', index, 'id'], 'curriculum-uncovered', {
          id,
          title: facts[index]?.title[lang] ?? '',
          theme: `${title} (${theme})`,
        });
      }),
    );
}
