import { parentPort, workerData } from 'node:worker_threads';
import { doJob, type FileJob } from './file-jobs.ts';

/** What a thread that makes files is given. */
export interface FileWorkerData {
  root: string;
}

/** What a thread that makes files answers: one more job is done, or why it is not. */
export type FileWorkerAnswer = { done: true } | { error: unknown };

// Everything that is made is kept in the cache, where the main thread finds it; only the progress is told.
const { root } = workerData as FileWorkerData;
parentPort?.on('message', (job: FileJob) => {
  doJob(job, root).then(
    () => parentPort?.postMessage({ done: true } satisfies FileWorkerAnswer),
    (error: unknown) => parentPort?.postMessage({ error } satisfies FileWorkerAnswer),
  );
});
