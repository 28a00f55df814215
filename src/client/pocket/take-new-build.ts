import { askWorker } from './ask-worker.ts';
import { hasReached } from './worker-state.ts';

/** Brings the site's newest build to the device and opens the page anew in it; false when it cannot be had now. */
export async function takeNewBuild(registration: ServiceWorkerRegistration): Promise<boolean> {
  await registration.update().catch(() => undefined);
  const worker = registration.installing ?? registration.waiting;
  if (!worker) return false;
  await hasReached(worker, ['installed', 'activated', 'redundant']);
  void askWorker(worker, { do: 'take', reload: true });
  await hasReached(worker, ['activated', 'redundant']);
  if (worker.state === 'redundant') return false;
  location.reload();
  return true;
}
