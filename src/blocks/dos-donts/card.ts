import { chooseFacts } from '../../cards/choose-facts.ts';
import type { CardFaces, FaceGroup, Mark } from '../../cards/face.ts';
import type { DosDontsBlock } from './schema.ts';

/** All that is to be done, then all that is not; with `only`, whichever of the two it names. */
export const faces: CardFaces<DosDontsBlock> = {
  'do-dont': (block, { only }, lang) => {
    const group = (facts: DosDontsBlock['do'], mark: Mark): FaceGroup => ({
      items: chooseFacts(facts, only).map(({ id, short, text }) => ({ id, mark, text: (short ?? text)[lang] })),
    });
    const groups = [group(block.do, 'do'), group(block.dont, 'dont')].filter(({ items }) => items.length > 0);
    const [first] = groups;
    if (groups.length !== 1 || !first) return { layout: 'do-dont', groups };
    return { layout: 'list', groups: first.items.map((item) => ({ items: [item] })) };
  },
};
