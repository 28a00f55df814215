import type { Records } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import { issueAt } from '../issue-at.ts';

/** Pictures of curves in which no type has a curve, and curves that no picture draws. */
export function checkPictures(records: Records): Issue[] {
  return records.topics.flatMap((topic) =>
    topic.data.blocks.flatMap((block, index): Issue[] => {
      if (block.kind !== 'classification') return [];
      const at = ['blocks', index];
      const isOfCurves = block.picture?.draw === 'curves';
      const curved = block.types.flatMap(({ id, curve }, place) => (curve ? [{ id, place }] : []));
      if (isOfCurves) {
        // A type that could not be read may well have had one.
        const isEmpty = curved.length === 0 && !topic.lost;
        return isEmpty ? [issueAt(records, topic, [...at, 'picture'], 'curves-missing', { id: block.id })] : [];
      }
      return curved.map(({ id, place }) =>
        issueAt(records, topic, [...at, 'types', place, 'curve'], 'curves-missing/picture', { id }),
      );
    }),
  );
}
