import { draftChoice } from '../../quiz/draft-choice.ts';
import { draftSort } from '../../quiz/draft-sort.ts';
import { asPhrase } from '../../quiz/fill-template.ts';
import { namesGivenAway } from '../../quiz/likeness.ts';
import type { QuestionPattern } from '../../quiz/question-draft.ts';
import { rankBySeed } from '../../quiz/rank-by-seed.ts';
import { mapText, nameOfTitle, reasonWording, stemWording } from '../../quiz/wording.ts';
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

/** Which column, or which row, a text belongs to: only where the axes have names, so that the headings say something. */
const sortCells: QuestionPattern<MatrixBlock> = {
  id: 'sort-cells',
  perBlock: 2,
  draft: (block, place) => {
    const { axes } = block;
    if (!axes) return [];
    return (['columns', 'rows'] as const).flatMap((side) => {
      const headings = block[side];
      const titles = headings.map(({ title }) => title);
      const items = block.cells.flatMap(({ id, column, row, text, why }) =>
        text && why && namesGivenAway(text, titles).every((given) => !given)
          ? [{ id, in: side === 'columns' ? column : row, text: mapText(text, asPhrase), feedback: why }]
          : [],
      );
      return draftSort(
        place,
        'sort-cells',
        side,
        (id) => stemWording('sort-cells', id, { place: place.name, axis: axes[side] }),
        headings.map(({ id, title }) => ({
          id,
          label: title,
          items: items
            .filter((item) => item.in === id)
            .map(({ id: item, text, feedback }) => ({ id: item, text, feedback })),
        })),
      );
    });
  },
};

/** How a matrix is asked about: which cell this is, and which column or row it belongs to. */
export const questions: readonly QuestionPattern<MatrixBlock>[] = [whichCell, sortCells];
