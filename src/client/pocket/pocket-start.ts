/** So long after a page has come the worker is looked for: whoever only looks something up has it by then. */
const AFTER_MS = 1500;

if (!import.meta.env.DEV && 'serviceWorker' in navigator) {
  // Without a network nothing more can be kept, and what is kept answers all the same.
  const start = () => void import('./keep-visited.ts').catch(() => undefined);
  addEventListener('load', () => setTimeout(start, AFTER_MS));
}
