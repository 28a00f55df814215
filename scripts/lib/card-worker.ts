import { parentPort, workerData } from 'node:worker_threads';
import { fileOfJob, type CardJob } from './card-files.ts';
import { drawerOf } from './card-scenes.ts';

/** What a thread that makes cards is given. */
export interface CardWorkerData {
  root: string;
  jobs: CardJob[];
}

// Everything that is made is kept in the cache, where the main thread finds it; only the progress is told.
const { root, jobs } = workerData as CardWorkerData;
for (const job of jobs) {
  if (job.kind === 'draw') drawerOf(root).draw(job.face, job.size);
  else fileOfJob(job, root);
  parentPort?.postMessage(1);
}
