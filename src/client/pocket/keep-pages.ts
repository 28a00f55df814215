import type { KeepAnswer } from '../../pocket/messages.ts';
import { askWorker } from './ask-worker.ts';
import { startWorker } from './start-worker.ts';

/**
 * Keeps pages of the site, root-relative, for when there is no network: true once all of it is there; false where there
 * can be no worker, or not all could be had.
 */
export async function keepPages(pages: readonly string[]): Promise<boolean> {
  const registration = await startWorker();
  if (!registration) return false;
  const addresses = pages.map((page) => new URL(page, location.href).href);
  return askWorker<KeepAnswer>(registration.active, { do: 'keep', addresses });
}
