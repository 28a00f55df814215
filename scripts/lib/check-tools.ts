import path from 'node:path';
import type { CheckTools } from '../../src/check/check-records.ts';
import { checkSearch } from '../../src/check/rules/check-search.ts';
import { fitCards } from './card-fit.ts';
import { parseDiagram } from './diagram-renderer.ts';

const REPOSITORY = path.join(import.meta.dirname, '../..');

/** What the check of `content/` needs beside the records: the reader of diagrams, the setter of cards, the search. */
export const CHECK_TOOLS: CheckTools = {
  parseDiagram,
  // Fonts belong to the program, wherever the content lives.
  fitCards: (records) => fitCards(records, REPOSITORY),
  findNames: checkSearch,
};
