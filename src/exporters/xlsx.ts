import type { Exporter } from './exporter.ts';
import { questionTable, ROW_FALLBACKS } from './question-rows.ts';

const TEXT_WIDTH = 44;
const WORD_WIDTH = 12;

/** A workbook: one row a question, as survey and training tools import it. */
export const xlsx: Exporter = {
  format: 'xlsx',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  fallbacks: ROW_FALLBACKS,
  write: (bank, questions, { workbook }) => {
    const rows = questionTable(bank, questions);
    const longest = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    const widths = longest.map((letters) => (letters > WORD_WIDTH ? TEXT_WIDTH : WORD_WIDTH));
    return workbook({ name: bank.title, widths, rows });
  },
};
