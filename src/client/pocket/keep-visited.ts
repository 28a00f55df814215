import { MOST_PICTURES } from '../../pocket/most-pictures.ts';
import { askWorker } from './ask-worker.ts';
import { offerUpdates } from './offer-updates.ts';
import { startWorker } from './start-worker.ts';

/** What the page at hand has fetched and shown, to be kept for when there is no network; what was told before is left out. */
function takeSeen(told: Set<string>): string[] {
  const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
  const pictures = Array.from(document.images, ({ src }) => src);
  // A shelf full of pictures is kept as far as it was looked at.
  const seen = [location.href.split('#')[0] ?? '', ...fetched, ...(pictures.length > MOST_PICTURES ? [] : pictures)];
  const fresh = seen.filter((address) => address.startsWith(location.origin) && !told.has(address));
  for (const address of fresh) told.add(address);
  return fresh;
}

async function keepVisited(): Promise<void> {
  const registration = await startWorker();
  if (!registration) return;
  void offerUpdates(registration);
  // Whoever saves data keeps what they ask for, and nothing by itself.
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  const told = new Set<string>();
  const tell = () => {
    const addresses = takeSeen(told);
    if (addresses.length === 0) return;
    void askWorker(registration.active, { do: 'visit', addresses: [location.href, ...addresses] });
  };
  tell();
  // What was fetched since, as by a search, is told before the page goes.
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') tell();
  });
}

void keepVisited();
