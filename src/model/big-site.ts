/** Up to here everything can be in one list and one index. */
const FEW_TOPICS = 120;

/** Whether a site has so many topics that it is searched in shards. */
export function isBigSite({ topics }: { topics: readonly unknown[] }): boolean {
  return topics.length > FEW_TOPICS;
}
