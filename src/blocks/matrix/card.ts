import { chooseFacts } from '../../cards/choose-facts.ts';
import type { CardFaces, FaceGroup } from '../../cards/face.ts';
import type { Lang } from '../../model/localized.ts';
import type { MatrixBlock } from './schema.ts';

/** The named cells, in reading order of the grid; of a grid of marks, each row with the columns marked in it. */
export const faces: CardFaces<MatrixBlock> = {
  list: (block, { only }, lang) => {
    const named = block.cells.filter(({ title }) => title);
    return {
      layout: 'list',
      groups:
        named.length > 0 ? chooseFacts(inReadingOrder(block, named), only).map(cellGroup(lang)) : rows(block, lang),
    };
  },
};

type Cell = MatrixBlock['cells'][number];

function inReadingOrder(block: MatrixBlock, cells: Cell[]): Cell[] {
  return block.rows.flatMap(({ id: row }) =>
    block.columns.flatMap(({ id: column }) => cells.filter((cell) => cell.row === row && cell.column === column)),
  );
}

function cellGroup(lang: Lang) {
  return ({ id, title, text, short }: Cell): FaceGroup => {
    const name = title?.[lang] ?? '';
    const said = (short ?? text)?.[lang];
    return { items: [said === undefined ? { id, mark: 'dot', text: name } : { id, lead: name, text: said }] };
  };
}

function rows(block: MatrixBlock, lang: Lang): FaceGroup[] {
  const separator = lang === 'zh' ? '、' : ', ';
  return block.rows.flatMap((row) => {
    const inRow = block.cells.filter((cell) => cell.row === row.id);
    const said = block.columns.flatMap((column) =>
      inRow
        .filter((cell) => cell.column === column.id)
        .map((cell) => (cell.short ?? cell.text ?? column.short ?? column.title)[lang]),
    );
    if (said.length === 0) return [];
    return [{ items: [{ id: row.id, lead: (row.short ?? row.title)[lang], text: said.join(separator) }] }];
  });
}
