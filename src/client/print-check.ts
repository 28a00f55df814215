/**
 * Tells whether the print whose code led here is current. The code's address ends in the version that was printed; the
 * page holds what there is to say of each.
 */
const version = new URLSearchParams(location.search).get('v')?.toLowerCase().slice(0, 8);
const check = document.querySelector<HTMLElement>('.print-check');

if (version !== undefined && check) {
  const known = [...check.querySelectorAll<HTMLElement>('[data-print]')].find(
    ({ dataset }) => dataset['print'] === version,
  );
  const unknown = check.querySelector<HTMLElement>('[data-print-unknown]');
  if (known) known.hidden = false;
  else if (unknown) {
    unknown.textContent = (check.dataset['unknown'] ?? '').replace('{version}', version);
    unknown.hidden = false;
  }
}
