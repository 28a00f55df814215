import type { Question } from '../../pocket/messages.ts';

/** Puts a question to a worker and waits for what it says; for ever where there is none. */
export function askWorker<Answer>(worker: ServiceWorker | null, question: Question): Promise<Answer> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    worker?.postMessage(question, [port2]);
  });
}
