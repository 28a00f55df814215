import { chooseFacts } from '../../cards/choose-facts.ts';
import type { CardFaces } from '../../cards/face.ts';
import type { MythsBlock } from './schema.ts';

/** What people believe beside what is true. */
export const faces: CardFaces<MythsBlock> = {
  pairs: (block, { only }, lang) => ({
    layout: 'pairs',
    groups: chooseFacts(block.items, only).map(({ id, claim, truth, short }) => ({
      items: [
        { id, mark: 'dont', text: (short?.claim ?? claim)[lang] },
        { id, mark: 'do', strong: true, text: (short?.truth ?? truth)[lang] },
      ],
    })),
  }),
};
