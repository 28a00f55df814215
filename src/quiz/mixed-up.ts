import { rankBySeed } from './rank-by-seed.ts';

/** The ids in a drawn order that is not the one given. */
export function mixedUp(seed: string, ids: readonly string[]): string[] {
  const mixed = rankBySeed(seed, ids, (id) => id);
  return mixed.every((id, at) => id === ids[at]) ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}
