/** A whole number from 0 to 2³² − 1 that depends on the text alone and changes through and through with any letter. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  // Ids differ in their last letters, which the loop alone leaves too alike.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The items in an order drawn from `seed` and their ids alone: whatever order they come in, the result is the same,
 * and an item added or taken away leaves the others in their order.
 */
export function rankBySeed<T>(seed: string, items: readonly T[], idOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, id: idOf(item), rank: seedOf(`${seed}\n${idOf(item)}`) }))
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
    .map(({ item }) => item);
}
