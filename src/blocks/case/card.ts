import { chooseFacts } from '../../cards/choose-facts.ts';
import type { CardFaces } from '../../cards/face.ts';
import type { CaseBlock } from './schema.ts';

/** What the story teaches. */
export const faces: CardFaces<CaseBlock> = {
  list: (block, { only }, lang) => ({
    layout: 'list',
    groups: chooseFacts(block.lessons, only).map(({ id, short, text }) => ({
      items: [{ id, mark: 'dot', text: (short ?? text)[lang] }],
    })),
  }),
};
