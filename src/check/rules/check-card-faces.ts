import type { Records } from '../../blocks/records.ts';
import { cardFaces } from '../../blocks/registry.ts';
import type { Issue } from '../../model/issue.ts';
import { issueAt } from '../issue-at.ts';

/** Sides of cards that ask for a face which the block's kind does not have. */
export function checkCardFaces(records: Records): Issue[] {
  return records.topics.flatMap((topic) =>
    topic.data.cards.flatMap((card, index) =>
      (['front', 'back'] as const).flatMap((side) => {
        const { block: id, face } = card[side];
        const kind = topic.data.blocks.find((block) => block.id === id)?.kind;
        if (kind === undefined) return [];
        const allowed = Object.keys(cardFaces[kind] ?? {});
        if (allowed.length === 0)
          return [issueAt(records, topic, ['cards', index, side, 'block'], 'unknown-face/no-card', { kind })];
        if (face === undefined || allowed.includes(face)) return [];
        const path = ['cards', index, side, 'face'];
        return allowed.length === 1
          ? [issueAt(records, topic, path, 'unknown-face/none', { kind, face })]
          : [issueAt(records, topic, path, 'unknown-face', { kind, face, allowed })];
      }),
    ),
  );
}
