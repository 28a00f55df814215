import { chooseFacts } from '../../cards/choose-facts.ts';
import type { CardFaces } from '../../cards/face.ts';
import type { ConceptBlock } from './schema.ts';

/** The term, what it means, then what it looks like; `only` chooses among the examples. */
export const faces: CardFaces<ConceptBlock> = {
  list: (block, { only }, lang) => ({
    layout: 'list',
    groups: [
      { items: [{ id: 'term', strong: true, text: block.term[lang] }] },
      { items: [{ id: 'definition', text: (block.short ?? block.definition)[lang] }] },
      ...chooseFacts(block.examples, only).map(({ id, short, text }) => ({
        items: [{ id, mark: 'dot' as const, text: (short ?? text)[lang] }],
      })),
    ],
  }),
};
