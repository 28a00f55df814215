import { PHONE_WIDTH_PX } from '../../diagrams/picture.ts';
import { renderQuadrants } from '../../diagrams/quadrants.ts';
import { ROOMY_WIDTH_PX, renderFigure } from '../../diagrams/render-figure.ts';
import type { MeasureText } from '../../diagrams/text-wrap.ts';
import type { Lang } from '../../model/localized.ts';
import type { MatrixBlock } from './schema.ts';

/** Two rows, two columns and two axes as a picture, in a figure; nothing for any other grid. */
export function renderQuadrantsPicture(block: MatrixBlock, lang: Lang, measure: MeasureText): string | undefined {
  const { id, title, axes, rows, columns, cells } = block;
  const [left, right] = columns;
  const [upper, lower] = rows;
  if (!axes || columns.length !== 2 || rows.length !== 2 || !left || !right || !upper || !lower) return undefined;
  const brief = (heading: MatrixBlock['rows'][number]) => (heading.short ?? heading.title)[lang];
  const quarters = rows.flatMap((row) =>
    columns.map((column) => {
      const cell = cells.find((candidate) => candidate.row === row.id && candidate.column === column.id);
      return { title: cell?.title?.[lang] ?? '', text: (cell?.short ?? cell?.text)?.[lang] ?? '' };
    }),
  );
  const draw = (room: 'narrow' | 'roomy') =>
    renderQuadrants(
      {
        id: `picture-${id}-${room}`,
        title: title[lang],
        across: { name: axes.columns[lang], ends: [brief(left), brief(right)] },
        down: { name: axes.rows[lang], ends: [brief(upper), brief(lower)] },
        cells: quarters,
      },
      measure,
      { widthPx: room === 'narrow' ? PHONE_WIDTH_PX : ROOMY_WIDTH_PX },
    );
  // The cells under it say the same in words.
  return renderFigure({
    picture: draw('narrow'),
    wide: draw('roomy'),
    title: title[lang],
    isTitled: false,
    lines: [],
    lang,
  });
}
