import type { CheckTools } from '../../src/check/check-records.ts';
import { parseDiagram } from './diagram-renderer.ts';

/** What the check of `content/` needs beside the records themselves: the reader of diagrams. */
export function checkTools(): CheckTools {
  return { parseDiagram };
}
