import { chooseFacts } from '../../cards/choose-facts.ts';
import type { CardFaces } from '../../cards/face.ts';
import type { ChecklistBlock } from './schema.ts';

/** Boxes to tick. What is not on the list stays off the card. */
export const faces: CardFaces<ChecklistBlock> = {
  ticks: (block, { only }, lang) => ({
    layout: 'ticks',
    groups: chooseFacts(block.items, only).map(({ id, short, text }) => ({
      items: [{ id, mark: 'tick', text: (short ?? text)[lang] }],
    })),
  }),
};
