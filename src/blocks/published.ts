import { cardNumbers } from './card-numbers.ts';
import { namedParts } from './named-parts.ts';
import type { Records } from './records.ts';

/**
 * Every id of the content that lives on once published: topics, blocks, facts and questions written by hand. Cards have
 * their own list; the id of a generated question is made of the id of its fact.
 */
export function publishedIds({ topics }: Records): string[] {
  return topics.flatMap((topic) => [
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
}

/** Every address of the content that lives on once published, as it stands in the default language. */
export function publishedUrls(records: Records): string[] {
  const themes = records.site.data.themes.filter(({ id }) => records.topics.some(({ theme }) => theme === id));
  return [
    ...themes.map(({ id }) => `/${id}/`),
    ...records.topics.map(({ id }) => `/${id}/`),
    ...[...cardNumbers(records).values()].map((number) => `/c/${number}/`),
  ];
}

/** The ids of all cards: `<topic>/<card>`. */
export function cardIds({ topics }: Records): string[] {
  return topics.flatMap(({ id, data }) => data.cards.map((card) => `${id}/${card.id}`));
}

/**
 * Published addresses that no page has any more, each with the address where its content lives now, as the redirects of
 * the lock say. An address without a redirect is left out: the check reports it.
 */
export function redirectedUrls(records: Records): Map<string, string> {
  const { urls, cards, redirects } = records.permalinks.data;
  const current = new Set(publishedUrls(records));
  const numbers = cardNumbers(records);
  const idOf = new Map([...cards.map(({ number, id }): [string, string] => [`/c/${number}/`, id])]);
  return new Map(
    urls
      .filter((url) => !current.has(url))
      .flatMap((url): [string, string][] => {
        const target = redirects[url] ?? redirectOf(idOf.get(url) ?? url.slice(1, -1), redirects);
        if (target === undefined) return [];
        const number = numbers.get(target);
        return [[url, number === undefined ? addressOf(target) : `/c/${number}/`]];
      }),
  );
}

/** Where an id lives now: its own redirect, or that of the topic or block that it stood in. */
export function redirectOf(id: string, redirects: Readonly<Record<string, string>>): string | undefined {
  if (redirects[id] !== undefined) return redirects[id];
  const parts = id.split('/');
  for (let length = parts.length - 1; length >= 2; length -= 1) {
    const target = redirects[parts.slice(0, length).join('/')];
    if (target !== undefined) return target;
  }
  return undefined;
}

/** The page of an id, at its block; an address stays as it is. */
function addressOf(target: string): string {
  if (target.startsWith('/')) return target;
  const [theme = '', topic, block] = target.split('/');
  const page = topic === undefined ? `/${theme}/` : `/${theme}/${topic}/`;
  return block === undefined ? page : `${page}#${block}`;
}

/** The ids that a topic had before it was renamed, as the redirects of the lock say. */
export function formerTopicIds({ permalinks }: Pick<Records, 'permalinks'>, topic: string): string[] {
  return Object.entries(permalinks.data.redirects)
    .filter(([from, to]) => to === topic && /^[^/]+\/[^/]+$/.test(from))
    .map(([from]) => from);
}
