const button = document.querySelector('.menu-button');
const menu = document.getElementById('starlight__sidebar');

// Where the browser knows popovers, the button opens the menu without a script.
if (button && menu && !('popover' in HTMLElement.prototype)) {
  const show = (isOpen: boolean) => {
    menu.toggleAttribute('data-open', isOpen);
    button.setAttribute('aria-expanded', String(isOpen));
  };
  button.addEventListener('click', () => show(!menu.hasAttribute('data-open')));
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') show(false);
  });
  show(false);
}
