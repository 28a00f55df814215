import type { Records } from './records.ts';

/**
 * The number of every card, by card id (`<topic>/<card>`): what its short address `/c/<number>/` is made of.
 * A published card keeps the number that the lock gave it; the others take the next numbers in order of id.
 */
export function cardNumbers({ topics, permalinks }: Records): Map<string, number> {
  const published = permalinks.data.cards;
  const locked = new Map(published.map(({ id, number }) => [id, number]));
  const ids = topics.flatMap((topic) => topic.data.cards.map((card) => `${topic.id}/${card.id}`));
  let next = Math.max(0, ...published.map(({ number }) => number));
  const fresh = new Map<string, number>();
  for (const id of [...new Set(ids)].filter((id) => !locked.has(id)).sort()) {
    next += 1;
    fresh.set(id, next);
  }
  return new Map(ids.map((id) => [id, locked.get(id) ?? fresh.get(id) ?? 0]));
}
