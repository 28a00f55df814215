import { draftChoice } from '../../quiz/draft-choice.ts';
import { namesGivenAway } from '../../quiz/likeness.ts';
import type { QuestionPattern } from '../../quiz/question-draft.ts';
import { rankBySeed } from '../../quiz/rank-by-seed.ts';
import { nameOfTitle, reasonWording, stemWording } from '../../quiz/wording.ts';
import type { MatrixBlock } from './schema.ts';

/** Which cell a text describes: only cells with a name, a text and a reason are asked about or offered. */
const whichCell: QuestionPattern<MatrixBlock> = {
  id: 'which-cell',
  perBlock: 3,
  draft: (block, place) => {
    const cells = block.cells.flatMap(({ id, title, text, why }) =>
      title && text && why ? [{ id, title, text, why }] : [],
    );
    const titles = cells.map(({ title }) => title);
    return rankBySeed(place.block, cells, ({ id }) => id).flatMap((cell) => {
      const givenAway = namesGivenAway(cell.text, titles);
      if (givenAway[cells.indexOf(cell)]) return [];
      return draftChoice(
        place,
        'which-cell',
        cell.id,
        (id) => stemWording('which-cell', id, { place: place.name, text: cell.text }),
        { id: cell.id, text: cell.title, feedback: cell.why },
        [
          cells
            .filter((other, at) => other !== cell && !givenAway[at])
            .map(({ id, title, why }) => ({
              id,
              text: title,
              feedback: reasonWording('other-cell', { cell: nameOfTitle(title), reason: why }),
            })),
        ],
      );
    });
  },
};

/** How a matrix is asked about: which cell this is. */
export const questions: readonly QuestionPattern<MatrixBlock>[] = [whichCell];
