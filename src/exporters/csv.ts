import Papa from 'papaparse';
import type { Exporter } from './exporter.ts';
import { questionTable, ROW_FALLBACKS } from './question-rows.ts';

/** CSV (RFC 4180) in UTF-8; the byte order mark tells spreadsheets so. */
export const csv: Exporter = {
  format: 'csv',
  extension: 'csv',
  mediaType: 'text/csv',
  fallbacks: ROW_FALLBACKS,
  write: (bank, questions) => new TextEncoder().encode(`\u{FEFF}${Papa.unparse(questionTable(bank, questions))}\r\n`),
};
