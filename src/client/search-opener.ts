/**
 * Opens the search dialog on a click, `/` or Ctrl/⌘ K; its code and the index come only then. A browser without dialogs
 * goes to the page of the search.
 */
async function open(): Promise<void> {
  if (!('HTMLDialogElement' in window && 'showModal' in HTMLDialogElement.prototype)) {
    const root = document.querySelector<HTMLElement>('a[data-files]')?.dataset['root'] ?? '/';
    location.assign(`${root}search/`);
    return;
  }
  typedAhead ??= '';
  try {
    const { openSearch } = await import('./search-dialog.ts');
    await openSearch(() => typedAhead ?? '');
  } finally {
    typedAhead = undefined;
  }
}

/** What is typed while the dialog is on its way; undefined while none is. */
let typedAhead: string | undefined;

document.addEventListener('click', (event) => {
  const opener = event.target instanceof Element ? event.target.closest('[data-search-open]') : null;
  if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void open();
});

document.addEventListener('keydown', (event) => {
  if (typedAhead !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1) {
    event.preventDefault();
    typedAhead += event.key;
    return;
  }
  const typing =
    event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
  const wanted =
    (event.key === '/' && !typing) || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey));
  if (!wanted || event.isComposing) return;
  event.preventDefault();
  void open();
});
