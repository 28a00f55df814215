import type { Exporter } from './exporter.ts';
import { questionTable, ROW_FALLBACKS } from './question-rows.ts';

/** CSV (RFC 4180) in UTF-8; the byte order mark tells spreadsheets so. */
export const csv: Exporter = {
  format: 'csv',
  extension: 'csv',
  mediaType: 'text/csv',
  fallbacks: ROW_FALLBACKS,
  write: (bank, questions) => {
    const lines = questionTable(bank, questions).map((cells) => cells.map(quote).join(','));
    return new TextEncoder().encode(`\u{FEFF}${lines.join('\r\n')}\r\n`);
  },
};

function quote(cell: string): string {
  return /^\s|\s$|[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
