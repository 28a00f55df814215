/** Asks the worker of the site to keep pages for when there is no network; where there can be no worker, nothing happens. */
export async function keepOffline(base: string, addresses: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  try {
    await navigator.serviceWorker.register(`${base}sw.js`);
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: addresses });
  } catch {
    // Refused by the browser or the host: everything works as it does without, with a network.
  }
}
