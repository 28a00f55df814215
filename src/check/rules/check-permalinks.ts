import { cardIds, isRedirected, movedTo, PATHS, publishedIds, publishedUrls } from '../../blocks/published.ts';
import type { Records } from '../../blocks/records.ts';
import { topicOf } from '../../blocks/topic-of.ts';
import type { Issue } from '../../model/issue.ts';
import { danglingAt, issueAt } from '../issue-at.ts';
import { isTopic, isUnread } from '../known-topics.ts';
import { nearest } from '../nearest.ts';

/** Published ids, cards and addresses that are gone and not redirected, and redirects that lead nowhere. */
export function checkPermalinks(records: Records): Issue[] {
  const { ids, cards, urls, redirects } = records.permalinks.data;
  const now = new Set(publishedIds(records));
  const cardsNow = new Set(cardIds(records));
  const urlsNow = new Set(publishedUrls(records));
  const living = new Set([...now, ...cardsNow, ...urlsNow]);
  const isGone = (id: string, current: ReadonlySet<string>) =>
    !current.has(id) && !isRedirected(id, redirects) && !mayExist(records, id);

  const gone = new Set(ids.filter((id) => isGone(id, now)));
  const goneIds = ids.flatMap((id, index) => {
    if (!gone.has(id) || hasGoneParent(id, gone)) return [];
    return [goneAt(records, ['ids', index], id, successorOf(id, ids, now))];
  });
  const goneCards = cards.flatMap(({ id }, index) => {
    if (!isGone(id, cardsNow) || hasGoneParent(id, gone)) return [];
    return [goneAt(records, ['cards', index], id, nearest(id, cardsNow) ?? topicOf(records, parentOf(id))?.id)];
  });
  // A topic and its page go together, and so do a card and its page: one issue each is enough.
  const explained = new Set([...ids.map((id) => `/${id}/`), ...cards.map(({ number }) => `/c/${number}/`)]);
  const goneUrls = urls.flatMap((url, index) =>
    urlsNow.has(url) || isRedirected(url, redirects) || explained.has(url) || mayHavePage(records, url)
      ? []
      : [goneAt(records, ['urls', index], url, nearest(url, urlsNow))],
  );
  return [...goneIds, ...goneCards, ...goneUrls, ...checkRedirects(records, living, gone)];
}

function checkRedirects(records: Records, targets: ReadonlySet<string>, gone: ReadonlySet<string>): Issue[] {
  const { redirects } = records.permalinks.data;
  return Object.entries(redirects).flatMap(([from, to]) =>
    movedTo(to, redirects, targets) !== undefined || gone.has(to) || mayExist(records, to)
      ? []
      : [danglingAt(records, records.permalinks, ['redirects', from], 'permalink', to, targets)],
  );
}

function goneAt(records: Records, path: (string | number)[], id: string, successor: string | undefined): Issue {
  return successor === undefined
    ? issueAt(records, records.permalinks, path, 'permalink-gone', { id })
    : issueAt(records, records.permalinks, path, 'permalink-gone/nearest', { id, nearest: successor });
}

/** True for what stands in a part of the content that could not be read. */
function mayExist(records: Records, id: string): boolean {
  const [theme = '', slug = '', ...rest] = id.split('/');
  if (theme === PATHS) return isUnread(records, `content/paths/${slug}.yaml`);
  const topic = topicOf(records, `${theme}/${slug}`);
  return topic ? rest.some((part) => topic.lost?.has(part)) : isTopic(records, `${theme}/${slug}`);
}

/** True for the page of a theme whose own entry, or one of whose topics, could not be read. */
function mayHavePage(records: Records, url: string): boolean {
  const theme = url.split('/')[1] ?? '';
  const unread = [...(records.unread ?? [])];
  return (
    isUnread(records, records.site.file) ||
    (records.site.lost?.has(theme) ?? false) ||
    unread.some((file) => file.startsWith(`content/topics/${theme}/`))
  );
}

function parentOf(id: string): string {
  const parts = id.split('/');
  return parts.slice(0, parts.at(-2) === 'authored' ? -2 : -1).join('/');
}

function hasGoneParent(id: string, gone: ReadonlySet<string>): boolean {
  for (let parent = parentOf(id); parent.includes('/'); parent = parentOf(parent)) if (gone.has(parent)) return true;
  return false;
}

/**
 * Where a vanished id most likely lives now: what shares most of its parts, else a sibling of like name, else the same
 * name elsewhere in its topic, else what it stood in.
 */
function successorOf(id: string, published: readonly string[], now: ReadonlySet<string>): string | undefined {
  const depth = id.split('/').length;
  const parent = parentOf(id);
  const level = [...now].filter((candidate) => candidate.split('/').length === depth);
  const parts = published.filter((other) => other.startsWith(`${id}/`)).map((other) => other.slice(id.length));
  const shared = level
    .map((candidate) => ({ candidate, count: parts.filter((part) => now.has(candidate + part)).length }))
    .sort((a, b) => b.count - a.count)[0];
  if (shared && shared.count > 0 && shared.count * 2 >= parts.length) return shared.candidate;
  const siblings = level.filter((candidate) => parentOf(candidate) === parent);
  const topic = id.split('/').slice(0, 2).join('/');
  const name = id.split('/').at(-1) ?? '';
  return nearest(
    id.slice(parent.length + 1),
    siblings.map((sibling) => sibling.slice(parent.length + 1)),
  ) === undefined
    ? (level.find((candidate) => candidate.startsWith(`${topic}/`) && candidate.endsWith(`/${name}`)) ??
        (now.has(parent) ? parent : undefined))
    : nearest(id, siblings);
}
