import type { KeepAnswer } from '../../pocket/messages.ts';
import { askWorker } from './ask-worker.ts';
import { startWorker } from './start-worker.ts';

/** Keeps pages of the site, root-relative, for when there is no network; where there can be no worker, nothing happens. */
export async function keepPages(pages: readonly string[]): Promise<void> {
  const registration = await startWorker();
  const addresses = pages.map((page) => new URL(page, location.href).href);
  if (registration) await askWorker<KeepAnswer>(registration.active, { do: 'keep', addresses });
}
