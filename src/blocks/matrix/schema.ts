import { z } from 'zod';
import { askableShape } from '../../model/block.ts';
import { factShape } from '../../model/fact.ts';
import { localized } from '../../model/localized.ts';

const heading = z.strictObject({
  id: factShape.id,
  title: localized,
  short: factShape.short,
  group: localized.optional().describe('A heading shared by neighbouring columns.'),
});

/** Rows by columns: a 2 × 2 with axes, or a grid in which a cell is a statement or just a mark. */
export const schema = z.strictObject({
  kind: z.literal('matrix'),
  ...askableShape,
  axes: z
    .strictObject({ columns: localized, rows: localized })
    .optional()
    .describe('What the columns and the rows say.'),
  columns: z.array(heading).min(2),
  rows: z.array(heading).min(2),
  cells: z
    .array(
      z.strictObject({
        id: factShape.id,
        row: factShape.id,
        column: factShape.id,
        title: localized.optional().describe('Name of the cell; a cell without title and text is a mark.'),
        text: localized.optional(),
        short: factShape.short,
        why: factShape.why,
        harm: factShape.harm,
      }),
    )
    .min(1),
});
export type MatrixBlock = z.infer<typeof schema>;
