import type { Records } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import { PLAN_SEGMENTS } from '../../model/path.ts';
import { RESERVED_SEGMENTS } from '../../model/site.ts';
import { issueAt, issueAtPosition } from '../issue-at.ts';
import { isUnread } from '../known-topics.ts';
import type { Thing } from '../make-issue.ts';
import { nearest } from '../nearest.ts';

/** Folders and curriculum facts of a theme that the site does not have, and names that the site keeps for itself. */
export function checkThemes(records: Records): Issue[] {
  return isUnread(records, records.site.file)
    ? checkReserved(records)
    : [...checkReserved(records), ...checkFolders(records), ...checkCurriculumThemes(records)];
}

function checkFolders(records: Records): Issue[] {
  const known = knownThemes(records);
  const folders = new Set(
    [...records.topics.map(({ file }) => file), ...(records.unread ?? [])].flatMap(
      (file) => /^content\/topics\/([^/]+)\//.exec(file)?.[1] ?? [],
    ),
  );
  return [...folders]
    .filter((theme) => !known.has(theme))
    .map((theme) => {
      const allowed = records.site.data.themes.map(({ id }) => id);
      const close = nearest(theme, allowed);
      return close === undefined
        ? issueAt(records, records.site, ['themes'], 'unknown-theme', { theme, allowed })
        : issueAt(records, records.site, ['themes'], 'unknown-theme/nearest', { theme, nearest: close });
    });
}

function checkCurriculumThemes(records: Records): Issue[] {
  const known = knownThemes(records);
  const candidates = records.site.data.themes.map(({ id }) => id);
  return records.curriculum.data.facts.flatMap(({ theme }, index) => {
    if (known.has(theme)) return [];
    const path = ['facts', index, 'theme'];
    const values = { what: { thing: 'theme' as const }, id: theme };
    const close = nearest(theme, candidates);
    return close === undefined
      ? [issueAt(records, records.curriculum, path, 'dangling-reference', values)]
      : [issueAt(records, records.curriculum, path, 'dangling-reference/nearest', { ...values, nearest: close })];
  });
}

function checkReserved(records: Records): Issue[] {
  const reserved = new Set<string>(RESERVED_SEGMENTS);
  const planSegments = new Set<string>(PLAN_SEGMENTS);
  const values = (segment: string, thing: Thing) => ({ segment, what: { thing }, suggestion: `${segment}-guide` });
  const start = { line: 1, column: 1 };
  return [
    ...records.site.data.themes.flatMap(({ id }, index) =>
      reserved.has(id)
        ? [issueAt(records, records.site, ['themes', index, 'id'], 'reserved-segment', values(id, 'theme'))]
        : [],
    ),
    ...records.topics
      .filter(({ slug }) => reserved.has(slug))
      .map(({ file, slug }) => issueAtPosition(records, file, start, 'reserved-segment', values(slug, 'topic'))),
    ...[...records.paths]
      .filter(([id]) => reserved.has(id) || planSegments.has(id))
      .map(([id, { file }]) => issueAtPosition(records, file, start, 'reserved-segment', values(id, 'path'))),
  ];
}

function knownThemes(records: Records): Set<string> {
  return new Set([...records.site.data.themes.map(({ id }) => id), ...(records.site.lost ?? [])]);
}
