/**
 * Prints one part of the page with the heading right above it, and leaves the page as it was. What is around it is marked
 * `data-not-printed`, which the print stylesheet hides.
 */
export function printPart(part: Element, afterwards: () => void): void {
  const around: Element[] = [];
  for (let node = part; node !== document.body && node.parentElement; node = node.parentElement) {
    for (const sibling of node.parentElement.children) {
      const isHeading = sibling === node.previousElementSibling && sibling.querySelector('h1, h2') !== null;
      if (sibling !== node && !isHeading) around.push(sibling);
    }
  }
  for (const element of around) element.setAttribute('data-not-printed', '');
  addEventListener(
    'afterprint',
    () => {
      for (const element of around) element.removeAttribute('data-not-printed');
      afterwards();
    },
    { once: true },
  );
  print();
}
