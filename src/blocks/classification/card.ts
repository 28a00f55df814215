import { chooseFacts } from '../../cards/choose-facts.ts';
import type { CardFaces } from '../../cards/face.ts';
import type { ClassificationBlock } from './schema.ts';

/** Each type by name, with the first thing that is said of it. */
export const faces: CardFaces<ClassificationBlock> = {
  list: (block, { only }, lang) => ({
    layout: 'list',
    groups: chooseFacts(block.types, only).map(({ id, title, short, text, traits: [first] }) => {
      const name = (short ?? title)[lang];
      const said = first ? (first.short ?? first.text)[lang] : text?.[lang];
      return { items: [said === undefined ? { id, mark: 'dot', text: name } : { id, lead: name, text: said }] };
    }),
  }),
};
