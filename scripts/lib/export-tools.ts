import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import initSqlJs from 'sql.js';
import writeWorkbook from 'write-excel-file/node';
import type { ExportTools, Sheet } from '../../src/exporters/exporter.ts';
import { zipFiles } from '../../src/exporters/zip-files.ts';
import { showQuestion } from '../../src/quiz/types/registry.ts';
import { loadPackagePlayer } from './package-player.ts';

/** Letters that the name of a sheet must not have, and how long it may be (ECMA-376). */
const NOT_IN_SHEET_NAME = /[\\/*?:[\]]/g;
const SHEET_NAME_LETTERS = 31;

let tools: Promise<ExportTools> | undefined;

/** What the exporters cannot make by themselves, for Node; put together once a process. */
export function loadExportTools(): Promise<ExportTools> {
  tools ??= putTogether();
  return tools;
}

async function putTogether(): Promise<ExportTools> {
  return {
    sqlite: await initSqlJs(),
    sha1: (text) => createHash('sha1').update(text).digest('hex'),
    workbook,
    show: showQuestion,
    player: await loadPackagePlayer(),
  };
}

async function workbook({ name, widths, rows }: Sheet): Promise<Uint8Array> {
  const data = rows.map((cells, row) =>
    cells.map((value) => ({
      value,
      type: String,
      wrap: true,
      alignVertical: 'top' as const,
      ...(row === 0 ? { fontWeight: 'bold' as const } : {}),
    })),
  );
  const bytes = await writeWorkbook(data, {
    sheet: name.replace(NOT_IN_SHEET_NAME, ' ').slice(0, SHEET_NAME_LETTERS),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
  // The parts of a workbook carry the time of writing: packed anew they are the same each time.
  return zipFiles(unzipSync(bytes));
}
