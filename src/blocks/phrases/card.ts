import { chooseFacts } from '../../cards/choose-facts.ts';
import type { CardFaces } from '../../cards/face.ts';
import type { PhrasesBlock } from './schema.ts';

/** What to avoid beside what to say instead. */
export const faces: CardFaces<PhrasesBlock> = {
  pairs: (block, { only }, lang) => ({
    layout: 'pairs',
    groups: chooseFacts(block.items, only).map(({ id, avoid, say, short }) => ({
      items: [
        { id, mark: 'dont', text: (short?.avoid ?? avoid)[lang] },
        { id, mark: 'do', strong: true, text: (short?.say ?? say)[lang] },
      ],
    })),
  }),
};
