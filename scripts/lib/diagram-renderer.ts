import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DiagramMistake } from '../../src/diagrams/diagram-mistake.ts';
import type { Lang } from '../../src/model/localized.ts';
import { cacheFolder } from './file-cache.ts';
import type { DiagramAnswer, DiagramJob } from './diagram-worker.ts';

export interface DiagramRequest {
  /** Mermaid, with its facts already put in. */
  source: string;
  lang: Lang;
  /** Unique on the page. */
  id: string;
}

/** The source of a diagram cannot be drawn; `mistake` says where and what to do. */
export class DiagramError extends Error {
  readonly mistake: DiagramMistake;

  constructor(mistake: DiagramMistake) {
    super(`${mistake.message} ${mistake.hint}`);
    this.name = 'DiagramError';
    this.mistake = mistake;
  }
}

export interface DiagramRenderer {
  /** The figure (title, SVG, words) as HTML; rejects with a `DiagramError` when the source cannot be drawn. */
  renderDiagram: (request: DiagramRequest) => Promise<string>;
  /** The first mistake of a source, told in `lang`; undefined when it can be drawn. */
  parseDiagram: (source: string, lang?: Lang) => Promise<DiagramMistake | undefined>;
  /** Ends the worker, if one was started. A later request starts another. */
  close: () => Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WORKER = new URL('./diagram-worker.ts', import.meta.url);

/**
 * Draws diagrams in one worker, started on first need; what was drawn once is kept in `cacheDir` for as long as source,
 * language, id, drawing code and tools stay the same. An idle worker does not keep the process alive.
 */
export function createDiagramRenderer({ cacheDir }: { cacheDir: string }): DiagramRenderer {
  const waiting = new Map<number, { resolve: (answer: DiagramAnswer) => void; reject: (error: Error) => void }>();
  const underWay = new Map<string, Promise<string>>();
  let worker: Worker | undefined;
  let jobs = 0;
  let version: Promise<string> | undefined;

  function startWorker(): Worker {
    // Of the flags of this process only that which lets older Node read TypeScript concerns the worker.
    const started = new Worker(WORKER, { execArgv: process.execArgv.filter((flag) => flag.includes('strip-types')) });
    const fail = (error: Error) => {
      if (worker === started) worker = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    started.on('message', (answer: DiagramAnswer) => {
      waiting.get(answer.job)?.resolve(answer);
      waiting.delete(answer.job);
      if (waiting.size === 0) started.unref();
    });
    started.on('error', fail);
    started.on('exit', (code) => fail(new Error(`The diagram worker ended with code ${code}.`)));
    return started;
  }

  async function ask(job: Omit<DiagramJob, 'job'>): Promise<string> {
    worker ??= startWorker();
    worker.ref();
    jobs += 1;
    const request: DiagramJob = { ...job, job: jobs };
    const answer = await new Promise<DiagramAnswer>((resolve, reject) => {
      waiting.set(request.job, { resolve, reject });
      worker?.postMessage(request);
    });
    if ('failure' in answer) throw new Error(answer.failure);
    if ('mistake' in answer) throw new DiagramError(answer.mistake);
    return answer.figure;
  }

  async function askOnce(job: Omit<DiagramJob, 'job'>): Promise<string> {
    version ??= versionOfDrawing();
    const key = hash([await version, job.lang, job.id ?? '', job.source]);
    const running = underWay.get(key) ?? kept(path.join(cacheDir, `${key}.html`), () => ask(job));
    underWay.set(key, running);
    return running.finally(() => underWay.delete(key));
  }

  return {
    renderDiagram: askOnce,
    parseDiagram: async (source, lang = 'zh') => {
      try {
        await askOnce({ source, lang });
        return undefined;
      } catch (error) {
        if (error instanceof DiagramError) return error.mistake;
        throw error;
      }
    },
    close: async () => {
      const ending = worker;
      worker = undefined;
      await ending?.terminate();
    },
  };
}

async function kept(file: string, make: () => Promise<string>): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return known;
  const made = await make();
  await mkdir(path.dirname(file), { recursive: true });
  // Written beside and moved into place, so that a killed process leaves no half file.
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, made);
  await rename(draft, file);
  return made;
}

/** Changes with everything that a drawing depends on but its source: drawing code, texts, Mermaid, font. */
async function versionOfDrawing(): Promise<string> {
  const require = createRequire(import.meta.url);
  const folder = path.join(ROOT, 'src/diagrams');
  const files = [
    ...(await readdir(folder)).sort().map((name) => path.join(folder, name)),
    path.join(ROOT, 'src/i18n/diagrams.zh.json'),
    path.join(ROOT, 'src/i18n/diagrams.en.json'),
    fileURLToPath(WORKER),
    fileURLToPath(new URL('./measure-text.ts', import.meta.url)),
    require.resolve('mermaid/package.json'),
    require.resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  ];
  return hash([process.versions['icu'] ?? '', ...(await Promise.all(files.map((file) => readFile(file, 'utf8'))))]);
}

function hash(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}

const shared = createDiagramRenderer({ cacheDir: path.join(cacheFolder(ROOT), 'diagrams') });

/** The figure of a diagram, drawn by the one renderer that the process shares and kept in `.cache/diagrams/`. */
export const renderDiagram = shared.renderDiagram;
/** The first mistake of a diagram's source, by the shared renderer. */
export const parseDiagram = shared.parseDiagram;
/** Ends the shared renderer's worker. */
export const closeDiagramRenderer = shared.close;
