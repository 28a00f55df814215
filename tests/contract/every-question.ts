import path from 'node:path';
import { loadRecordsOrThrow } from '../../scripts/lib/load-records.ts';
import { loadExportTools } from '../../scripts/lib/export-tools.ts';
import { allBanks, exportBank, WHOLE_BANK } from '../../scripts/lib/question-banks.ts';
import type { Bank } from '../../src/exporters/exporter.ts';
import { applyFallbacks } from '../../src/exporters/fallbacks.ts';
import { exporters } from '../../src/exporters/registry.ts';
import { LANGS, type Lang } from '../../src/model/localized.ts';
import type { Question } from '../../src/model/question.ts';
import { hostileBank } from './hostile-bank.ts';

const records = loadRecordsOrThrow(path.resolve('.'));
const tools = await loadExportTools();

/** The languages whose whole bank is read back: in the heavy runs both, else the site's first. */
const READ_LANGS: readonly Lang[] = process.env['DEEP'] ? LANGS : LANGS.slice(0, 1);

/** The whole bank of a language, and one of questions made to break formats. */
export const banks: Bank[] = [
  ...allBanks(records).filter(({ id, lang }) => id === WHOLE_BANK && READ_LANGS.includes(lang)),
  hostileBank,
];

/** What a format has to hold of a bank: its questions after the fallbacks. */
export function expectedOf(bank: Bank, format: string): Question[] {
  return applyFallbacks(bank.questions, exporterOf(format).fallbacks);
}

/** A bank in one format. */
export function exported(bank: Bank, format: string): Promise<Uint8Array> {
  return exportBank(bank, exporterOf(format), tools);
}

/** A file of text in one format. */
export async function exportedText(bank: Bank, format: string): Promise<string> {
  return new TextDecoder().decode(await exported(bank, format));
}

function exporterOf(format: string) {
  const found = exporters.find((exporter) => exporter.format === format);
  if (!found) throw new Error(`no exporter ${format}`);
  return found;
}
