import type { Records, TopicRecord } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import { LANGS, type Lang } from '../../model/localized.ts';
import { issueAt, issueAtPosition } from '../issue-at.ts';
import { isUnread } from '../known-topics.ts';
import { nearest } from '../nearest.ts';
import { parseProse, type Placement } from '../prose/parse-prose.ts';

/** Blocks that a topic's prose places and the record has not, places twice, or never; in each language. */
export function checkPlacements(records: Records): Issue[] {
  return records.topics.flatMap((topic) =>
    LANGS.filter((lang) => !isUnread(records, topic.prose[lang].file)).flatMap((lang) =>
      checkProse(records, topic, lang),
    ),
  );
}

function checkProse(records: Records, topic: TopicRecord, lang: Lang): Issue[] {
  const { file } = topic.prose[lang];
  const { placements, unreadIds } = parseProse(topic.prose[lang]);
  const ids = topic.data.blocks.map(({ id }) => id);
  const placed = new Map<string, Placement>();
  const meant = new Set<string>();
  const wrong = placements.flatMap((placement) => {
    const { id, position } = placement;
    const write = (...rest: [Parameters<typeof issueAtPosition>[3], Parameters<typeof issueAtPosition>[4]]) => [
      issueAtPosition(records, file, position, ...rest),
    ];
    if (id === undefined) return write('missing-block/no-id', { example: ids.find((own) => !placed.has(own)) ?? '…' });
    const earlier = placed.get(id);
    if (earlier) return write('block-placed-twice', { id, line: earlier.position.line });
    placed.set(id, placement);
    if (!ids.includes(id)) {
      if (topic.lost?.has(id)) return [];
      const close = nearest(id, ids);
      if (close === undefined) return write('missing-block', { id });
      meant.add(close);
      return write('missing-block/nearest', { id, nearest: close });
    }
    return placement.alone ? [] : write('block-nested', { id });
  });
  const never = topic.data.blocks.flatMap(({ id }, index) =>
    placed.has(id) || meant.has(id) || unreadIds.has(id) || ids.indexOf(id) !== index
      ? []
      : [issueAt(records, topic, ['blocks', index], 'block-not-placed', { id, file: `${lang}.mdx` })],
  );
  return [...wrong, ...never];
}
