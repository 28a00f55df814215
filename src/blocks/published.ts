import { cardNumbers } from './card-numbers.ts';
import { namedParts } from './named-parts.ts';
import type { Records } from './records.ts';

/** What stands before the id of an onboarding path, in its address and wherever ids of all sorts stand together. */
export const PATHS = 'onboarding';

/**
 * Every id of the content that lives on once published: topics, blocks, facts, questions written by hand, onboarding
 * paths. Cards have their own list; the id of a generated question is made of the id of its fact.
 */
export function publishedIds({ topics, paths }: Records): string[] {
  const ofTopics = topics.flatMap((topic) => [
    topic.id,
    ...topic.data.blocks.flatMap((block) => {
      const own = `${topic.id}/${block.id}`;
      const parts = namedParts(block);
      return [
        own,
        ...parts.filter(({ isFact }) => isFact).map(({ id }) => `${own}/${id}`),
        ...parts.filter(({ list }) => list === 'questions').map(({ id }) => `${own}/authored/${id}`),
      ];
    }),
  ]);
  return [...ofTopics, ...[...paths.keys()].map((id) => `${PATHS}/${id}`)];
}

/** Every address of the content that lives on once published, as it stands in the default language. */
export function publishedUrls(records: Records): string[] {
  const themes = records.site.data.themes.filter(({ id }) => records.topics.some(({ theme }) => theme === id));
  return [
    ...themes.map(({ id }) => `/${id}/`),
    ...records.topics.map(({ id }) => `/${id}/`),
    ...[...cardNumbers(records).values()].map((number) => `/c/${number}/`),
    ...[...records.paths.keys()].map((id) => `/${PATHS}/${id}/`),
  ];
}

/** The ids of all cards: `<topic>/<card>`. */
export function cardIds({ topics }: Records): string[] {
  return topics.flatMap(({ id, data }) => data.cards.map((card) => `${id}/${card.id}`));
}

/** A published address that no page has any more. */
export interface MovedAddress {
  /** Root-relative, as it stood in the default language. */
  from: string;
  /** Where its content lives now, with an anchor where it is a part of a page. */
  to: string;
  /** The old page's anchors that lead elsewhere than to the same anchor of the new page. */
  anchors: Record<string, string>;
}

/**
 * Published addresses that no page has any more, each with the address where its content lives now, as the redirects of
 * the lock say. An address without a redirect is left out: the check reports it.
 */
export function movedAddresses(records: Records): MovedAddress[] {
  const { urls, ids, cards, redirects } = records.permalinks.data;
  const current = new Set([...publishedIds(records), ...cardIds(records), ...publishedUrls(records)]);
  const numbers = cardNumbers(records);
  const idOf = new Map(cards.map(({ number, id }): [string, string] => [`/c/${number}/`, id]));
  const addressOf = (id: string): string | undefined => {
    const target = movedTo(id, redirects, current);
    const number = target === undefined ? undefined : numbers.get(target);
    return number === undefined ? target && pageOf(target) : `/c/${number}/`;
  };
  return [...new Set(urls)]
    .filter((url) => !current.has(url))
    .flatMap((from): MovedAddress[] => {
      const id = idOf.get(from) ?? from.slice(1, -1);
      const to = addressOf(from) ?? addressOf(id);
      if (to === undefined) return [];
      const blocks = ids.filter((other) => other.startsWith(`${id}/`) && other.split('/').length === 3);
      const anchors = blocks.flatMap((block): [string, string][] => {
        const anchor = block.split('/')[2] ?? '';
        const target = addressOf(block);
        return target === undefined || target === `${to}#${anchor}` ? [] : [[anchor, target]];
      });
      return [{ from, to, anchors: Object.fromEntries(anchors) }];
    });
}

/**
 * Where an id or address lives now, through as many redirects as it takes: its own, or that of what it stood in, whose
 * part of the same name it then is, where there is one. Undefined when none leads anywhere.
 * @param current every id and address that lives.
 */
export function movedTo(
  id: string,
  redirects: Readonly<Record<string, string>>,
  current: ReadonlySet<string>,
  passed: ReadonlySet<string> = new Set(),
): string | undefined {
  if (current.has(id)) return id;
  const stem = passed.has(id) ? undefined : redirectedStem(id, redirects);
  const target = stem === undefined ? undefined : redirects[stem];
  if (stem === undefined || target === undefined) return undefined;
  const onTheWay = new Set([...passed, id]);
  return (
    movedTo(target + id.slice(stem.length), redirects, current, onTheWay) ??
    movedTo(target, redirects, current, onTheWay)
  );
}

/** Whether a redirect of its own, or of what it stood in, says where an id or address lives now; it may lead nowhere. */
export function isRedirected(id: string, redirects: Readonly<Record<string, string>>): boolean {
  return redirectedStem(id, redirects) !== undefined;
}

/** The longest beginning of an id, itself first, that has a redirect; an address has no beginnings. */
function redirectedStem(id: string, redirects: Readonly<Record<string, string>>): string | undefined {
  if (Object.hasOwn(redirects, id)) return id;
  const parts = id.startsWith('/') ? [] : id.split('/');
  for (let length = parts.length - 1; length >= 2; length -= 1) {
    const stem = parts.slice(0, length).join('/');
    if (Object.hasOwn(redirects, stem)) return stem;
  }
  return undefined;
}

/** The page of an id, at its block; an address stays as it is. */
function pageOf(id: string): string {
  if (id.startsWith('/')) return id;
  const [theme = '', topic, block] = id.split('/');
  const page = topic === undefined ? `/${theme}/` : `/${theme}/${topic}/`;
  return block === undefined ? page : `${page}#${block}`;
}

/** The ids that a topic had before it was renamed, as the redirects of the lock say. */
export function formerTopicIds({ permalinks }: Pick<Records, 'permalinks'>, topic: string): string[] {
  return Object.entries(permalinks.data.redirects)
    .filter(([from, to]) => to === topic && /^[^/]+\/[^/]+$/.test(from))
    .map(([from]) => from);
}
