import { parentPort } from 'node:worker_threads';
import { JSDOM } from 'jsdom';
import {
  checkSource,
  lineOfParserError,
  lineOfWord,
  openingLine,
  withoutComments,
} from '../../src/diagrams/check-source.ts';
import { isEmptyDiagram, TONES, type Diagram } from '../../src/diagrams/diagram.ts';
import { diagramMistake, type DiagramMistake } from '../../src/diagrams/diagram-mistake.ts';
import { readMermaid, type MermaidDb } from '../../src/diagrams/read-mermaid.ts';
import { renderDiagramFigure } from '../../src/diagrams/render-diagram.ts';
import type { Lang } from '../../src/model/localized.ts';
import { createTextMeasurer } from './measure-text.ts';

/** What the worker is asked: to draw a diagram, or only to read it. */
export interface DiagramJob {
  job: number;
  source: string;
  lang: Lang;
  /** Left out when the diagram is only to be read. */
  id?: string;
}

export type DiagramAnswer = { job: number } & ({ figure: string } | { mistake: DiagramMistake } | { failure: string });

// Mermaid cleans its texts with DOMPurify, which takes the window it finds when it is loaded.
const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', logLevel: 'fatal' });

const measure = createTextMeasurer();

async function answer({ job, source, lang, id }: DiagramJob): Promise<DiagramAnswer> {
  const read = await readDiagram(source, lang);
  if ('mistake' in read) return { job, mistake: read.mistake };
  return { job, figure: id === undefined ? '' : renderDiagramFigure(read.diagram, id, lang, measure) };
}

async function readDiagram(source: string, lang: Lang): Promise<{ diagram: Diagram } | { mistake: DiagramMistake }> {
  const checked = checkSource(source, lang);
  if ('mistake' in checked) return checked;
  let db: MermaidDb;
  try {
    // `parse` sets the configuration that belongs to the source; only then may the diagram itself be read.
    const clean = withoutComments(source);
    await mermaid.parse(clean);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else hands out what was parsed; the version is pinned
    const { getDiagramFromText } = mermaid.mermaidAPI;
    db = (await getDiagramFromText(clean.trimStart())).db;
  } catch (error) {
    return { mistake: syntaxMistake(source, lang, error as Error & { hash?: { token?: string } }) };
  }
  const { diagram, unknownClasses } = readMermaid(checked.kind, db);
  if (isEmptyDiagram(diagram)) return { mistake: diagramMistake('empty', openingLine(source), lang) };
  if (!diagram.title) return { mistake: diagramMistake('no-title', openingLine(source), lang) };
  const [word] = unknownClasses;
  if (word !== undefined) {
    const known = TONES.map((tone) => `:::${tone}`).join(', ');
    return { mistake: diagramMistake('unknown-class', lineOfWord(source, word), lang, { word, known }) };
  }
  return { diagram };
}

function syntaxMistake(source: string, lang: Lang, error: Error & { hash?: { token?: string } }): DiagramMistake {
  const line = lineOfParserError(source, error);
  const text = (source.split('\n')[line - 1] ?? '').trim();
  return diagramMistake('syntax', line, lang, { text, token: error.hash?.token ?? '' });
}

// One at a time: Mermaid keeps the diagram that it is reading in shared state.
let queue: Promise<void> = Promise.resolve();
parentPort?.on('message', (request: DiagramJob) => {
  queue = queue.then(async () => {
    const reply = await answer(request).catch((error: unknown): DiagramAnswer => ({
      job: request.job,
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }));
    parentPort?.postMessage(reply);
  });
});
