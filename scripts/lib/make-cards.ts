import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { fileOfJob, isMade, type CardJob } from './card-files.ts';
import { drawerOf } from './card-scenes.ts';
import type { CardWorkerData } from './card-worker.ts';

/** Fewer jobs than this are done sooner than a thread has read the fonts. */
const WORTH_A_THREAD = 24;
const THREADS_AT_MOST = 4;

/**
 * Makes what is not in the cache yet, in threads of its own when it is much; afterwards all of it is in the cache.
 * @param onProgress is told how many of how many are done.
 */
export async function makeCards(
  jobs: readonly CardJob[],
  root: string,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<void> {
  const missing = jobs.filter((job) => !isMade(job, root));
  const threads = Math.min(availableParallelism(), THREADS_AT_MOST, Math.floor(missing.length / WORTH_A_THREAD));
  let done = 0;
  const step = (): void => {
    done += 1;
    onProgress(done, missing.length);
  };
  if (threads < 2) {
    for (const job of missing) {
      if (job.kind === 'draw') drawerOf(root).draw(job.face, job.size);
      else fileOfJob(job, root);
      step();
    }
    return;
  }
  // Dealt out like cards, so that each thread gets as many long ones as the others.
  const hands = Array.from({ length: threads }, (_, hand) => missing.filter((_job, index) => index % threads === hand));
  await Promise.all(hands.map((hand) => inThread({ root, jobs: hand }, step)));
}

function inThread(data: CardWorkerData, onMade: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    // Of the flags of this process only that which lets older Node read TypeScript concerns the thread.
    const execArgv = process.execArgv.filter((flag) => flag.includes('strip-types'));
    const worker = new Worker(new URL('./card-worker.ts', import.meta.url), { workerData: data, execArgv });
    worker.on('message', onMade);
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`A thread that makes cards ended with code ${code}.`));
    });
  });
}
