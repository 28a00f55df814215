import type { Bank } from '../../src/exporters/exporter.ts';
import { exporters } from '../../src/exporters/registry.ts';
import { fileOfJob, isMade, type CardJob } from './card-files.ts';
import { drawerOf } from './card-scenes.ts';
import { loadExportTools } from './export-tools.ts';
import { isPaperKept, paperPdf, type Paper, type PaperPart } from './paper-pdf.ts';
import type { PathPaper, PathPaperKind } from './path-papers.ts';
import { isPathPaperKept, pathPdf } from './path-pdf.ts';
import { isExportKept, keptExport } from './question-banks.ts';

/** What one costly file is made from, as plain data, so that it can be made in another thread. */
export type FileJob = CardJob | PaperJob;

type PaperJob =
  | { kind: 'paper'; paper: Paper; part: PaperPart }
  | { kind: 'path-paper'; paper: PathPaper; of: PathPaperKind }
  | { kind: 'export'; bank: Bank; format: string };

/** Whether a job's file is in the cache already. */
export async function isJobDone(job: FileJob, root: string): Promise<boolean> {
  switch (job.kind) {
    case 'paper':
      return isPaperKept(job.paper, job.part, root);
    case 'path-paper':
      return isPathPaperKept(job.paper, job.of, root);
    case 'export':
      return isExportKept(job.bank, exporterOf(job.format), await loadExportTools(), root);
    default:
      return isMade(job, root);
  }
}

/** Makes a job's file and keeps it in the cache. */
export async function doJob(job: FileJob, root: string): Promise<void> {
  switch (job.kind) {
    case 'paper':
      paperPdf(job.paper, job.part, root);
      return;
    case 'path-paper':
      pathPdf(job.paper, job.of, root);
      return;
    case 'export':
      await keptExport(job.bank, exporterOf(job.format), await loadExportTools(), root);
      return;
    case 'draw':
      drawerOf(root).draw(job.face, job.size);
      return;
    default:
      fileOfJob(job, root);
  }
}

function exporterOf(name: string): (typeof exporters)[number] {
  const exporter = exporters.find(({ format }) => format === name);
  if (!exporter) throw new Error(`There is no format ${name}.`);
  return exporter;
}
