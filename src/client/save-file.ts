import { makeElement } from './make-element.ts';

/** Hands a file that was made in the browser to the reader. */
export function saveFile(name: string, content: Blob): void {
  const href = URL.createObjectURL(content);
  const link = makeElement('a', { href, download: name });
  link.click();
  // The browser has taken what it saves once the click is over; later it would be kept for nothing.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
