import { chooseFacts } from '../../cards/choose-facts.ts';
import type { CardFaces } from '../../cards/face.ts';
import type { AcronymBlock } from './schema.ts';

/** The letters and what each stands for. */
export const faces: CardFaces<AcronymBlock> = {
  list: (block, { only }, lang) => ({
    layout: 'list',
    groups: chooseFacts(block.letters, only).map(({ id, letter, word, short, title }) => ({
      label: letter,
      items: [{ id, ...(word !== undefined && { lead: word }), text: (short ?? title)[lang] }],
    })),
  }),
};
