import papaparse from 'papaparse';

/** Rows as CSV; a cell that a spreadsheet would take for a formula is made plain text. */
export function formatCsv(rows: string[][]): string {
  return papaparse.unparse(rows, { escapeFormulae: true });
}
