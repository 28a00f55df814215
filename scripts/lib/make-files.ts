import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { doJob, isJobDone, type FileJob } from './file-jobs.ts';
import type { FileWorkerAnswer, FileWorkerData } from './file-worker.ts';

/** Fewer jobs than this are done sooner than a thread has read the fonts. */
const WORTH_A_THREAD = 24;
const THREADS_AT_MOST = 4;

/** How many files of a list were in the cache, and how many were made. */
export interface MadeFiles {
  kept: number;
  made: number;
}

/** Is told how many of how many are done. */
export type OnProgress = (done: number, all: number) => void;

/** Makes what is not in the cache yet, in threads of its own when it is much; afterwards all of it is in the cache. */
export async function makeFiles(
  jobs: readonly FileJob[],
  root: string,
  onProgress: OnProgress = () => undefined,
): Promise<MadeFiles> {
  const missing = await missingFiles(jobs, root);
  const makers = startMakers(root, missing.length);
  try {
    await makers.make(missing, onProgress);
  } finally {
    await makers.close();
  }
  return { kept: jobs.length - missing.length, made: missing.length };
}

/** The jobs whose files are not in the cache yet. */
export async function missingFiles(jobs: readonly FileJob[], root: string): Promise<FileJob[]> {
  const missing: FileJob[] = [];
  for (const job of jobs) if (!(await isJobDone(job, root))) missing.push(job);
  return missing;
}

/** Threads that make files of one list after another; a short work is done without them. */
export interface FileMakers {
  make: (jobs: readonly FileJob[], onProgress: OnProgress) => Promise<void>;
  close: () => Promise<void>;
}

/**
 * Starts as many threads as `jobs` jobs in all are worth.
 * @param signal ends the work after the files that are being made.
 */
export function startMakers(root: string, jobs: number, signal?: AbortSignal): FileMakers {
  const threads = Math.min(availableParallelism(), THREADS_AT_MOST, Math.floor(jobs / WORTH_A_THREAD));
  if (threads < 2)
    return { make: (list, onProgress) => makeHere(list, root, onProgress, signal), close: () => Promise.resolve() };
  const workers = Array.from({ length: threads }, () => startWorker(root));
  return {
    make: async (list, onProgress) => {
      const queue = list.values();
      let done = 0;
      const onMade = (): void => {
        done += 1;
        onProgress(done, list.length);
      };
      await Promise.all(workers.map((worker) => workThrough(worker, queue, onMade, signal)));
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

async function makeHere(
  jobs: readonly FileJob[],
  root: string,
  onProgress: OnProgress,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const [at, job] of jobs.entries()) {
    signal?.throwIfAborted();
    await doJob(job, root);
    onProgress(at + 1, jobs.length);
  }
}

function startWorker(root: string): Worker {
  // Of the flags of this process only that which lets older Node read TypeScript concerns the thread.
  const execArgv = process.execArgv.filter((flag) => flag.includes('strip-types'));
  const workerData: FileWorkerData = { root };
  return new Worker(new URL('./file-worker.ts', import.meta.url), { workerData, execArgv });
}

/** Gives a thread one job after another until none is left. */
async function workThrough(
  worker: Worker,
  queue: Iterator<FileJob>,
  onMade: () => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let next = queue.next(); next.done !== true; next = queue.next()) {
    signal?.throwIfAborted();
    await inThread(worker, next.value);
    onMade();
  }
}

function inThread(worker: Worker, job: FileJob): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onError = (error: unknown): void => {
      settle(() => {
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    };
    const onExit = (code: number): void => {
      onError(new Error(`A thread that makes files ended with code ${code}.`));
    };
    const onMessage = (answer: FileWorkerAnswer): void => {
      if ('error' in answer) onError(answer.error);
      else settle(resolve);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit).postMessage(job);
  });
}
