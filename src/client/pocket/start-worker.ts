import { hasReached } from './worker-state.ts';

/**
 * The registration of the site's worker, once that is at work; undefined where there can be none: refused by the browser
 * or the host, or while the site is edited. Everything then works as it does without, with a network.
 */
export async function startWorker(): Promise<ServiceWorkerRegistration | undefined> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return undefined;
  try {
    const registration = await navigator.serviceWorker.register(
      `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}sw.js`,
    );
    const first = registration.active ?? registration.waiting ?? registration.installing;
    if (first) await hasReached(first, ['activating', 'activated', 'redundant']);
    return registration.active ? registration : undefined;
  } catch {
    return undefined;
  }
}
