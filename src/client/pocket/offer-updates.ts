import { pocketPromptTexts } from '../../i18n/pocket-prompt.ts';
import type { TakenNotice } from '../../pocket/messages.ts';
// Few ever see it, so it comes with the script and no page waits for it.
import style from '../../styles/pocket-prompt.css?inline';
import { makeElement } from '../make-element.ts';
import { askWorker } from './ask-worker.ts';

/**
 * Watches for a newer build that is ready on this device. Where a page of the older one is open, a quiet line offers it;
 * where every page is new already, it takes over unseen.
 */
export async function offerUpdates(registration: ServiceWorkerRegistration): Promise<void> {
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<TakenNotice | undefined>) => {
    if (data?.taken && data.reload) location.reload();
  });
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed') void offer(registration);
    });
  });
  await offer(registration);
}

async function offer({ waiting, active }: ServiceWorkerRegistration): Promise<void> {
  if (!waiting || !active) return;
  if (await askWorker<boolean>(active, { do: 'compare' })) {
    void askWorker(waiting, { do: 'take', reload: false });
    return;
  }
  document.querySelector('.pocket-prompt')?.remove();
  document.body.append(promptOf(waiting));
}

function promptOf(waiting: ServiceWorker): HTMLElement {
  const texts = pocketPromptTexts(document.documentElement.lang);
  const use = makeElement('button', { type: 'button', class: 'btn' }, texts.use);
  const later = makeElement('button', { type: 'button', class: 'btn btn-quiet' }, texts.later);
  const prompt = makeElement('div', { class: 'pocket-prompt print:hidden', role: 'status' }, texts.ready, use, later);
  prompt.append(makeElement('style', {}, style));
  use.addEventListener('click', () => void askWorker(waiting, { do: 'take', reload: true }));
  later.addEventListener('click', () => prompt.remove());
  return prompt;
}
