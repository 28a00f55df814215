/** So long after a page has come the worker is looked for: whoever only looks something up has it by then. */
const AFTER_MS = 1500;

if (!import.meta.env.DEV && 'serviceWorker' in navigator) {
  addEventListener('load', () => setTimeout(() => void import('./keep-visited.ts'), AFTER_MS));
}
