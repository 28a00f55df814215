/**
 * What the notes of glossary terms cannot do by styles alone: Escape puts a note away, and on a touch screen the first
 * tap shows it and the second follows the link. Without scripts a tap follows the link at once.
 */
const shown = (term: Element) => {
  const note = term.nextElementSibling;
  return note !== null && getComputedStyle(note).display !== 'none';
};

for (const term of document.querySelectorAll<HTMLElement>('a.term')) {
  let wasShown = false;
  const restore = () => delete term.dataset['dismissed'];
  term.addEventListener('pointerdown', () => (wasShown = shown(term)));
  term.addEventListener('click', (event) => {
    if (event.pointerType !== 'touch' || wasShown) return;
    event.preventDefault();
    restore();
    term.focus();
  });
  term.addEventListener('blur', restore);
  term.addEventListener('mouseenter', restore);
}
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  for (const term of document.querySelectorAll<HTMLElement>('a.term')) {
    if (shown(term)) term.dataset['dismissed'] = '';
  }
});
