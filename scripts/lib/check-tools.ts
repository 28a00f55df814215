import path from 'node:path';
import type { CheckTools } from '../../src/check/check-records.ts';
import { fitCards } from './card-fit.ts';
import { checkNames } from './check-names.ts';
import { parseDiagram } from './diagram-renderer.ts';
import type { StageClock } from './stage-clock.ts';

const REPOSITORY = path.join(import.meta.dirname, '../..');

/** What the check of `content/` needs beside the records: the reader of diagrams, the setter of cards, the search. */
export const CHECK_TOOLS: CheckTools = {
  parseDiagram,
  // Fonts belong to the program, wherever the content lives.
  fitCards: (records) => fitCards(records, REPOSITORY),
  findNames: (records) => checkNames(records, REPOSITORY),
};

/** The same tools, each counted as a stage. */
export function timedTools(
  { parseDiagram: parse, fitCards: fit, findNames: find, ...rest }: CheckTools,
  clock: StageClock,
): CheckTools {
  return {
    ...rest,
    ...(parse && { parseDiagram: (source, lang) => clock.time('diagrams', () => parse(source, lang)) }),
    ...(fit && { fitCards: (records) => clock.time('faces of cards', () => fit(records)) }),
    ...(find && { findNames: (records) => clock.time('names', () => find(records)) }),
  };
}
