import path from 'node:path';
import type { CheckTools } from '../../src/check/check-records.ts';
import { fitCards } from './card-fit.ts';
import { parseDiagram } from './diagram-renderer.ts';

const REPOSITORY = path.join(import.meta.dirname, '../..');

/** What the check of `content/` needs beside the records: the reader of diagrams, and the setter of cards. */
export const CHECK_TOOLS: CheckTools = {
  parseDiagram,
  // Fonts belong to the program, wherever the content lives.
  fitCards: (records) => fitCards(records, REPOSITORY),
};
