/**
 * Shows a topic's banner, or marks its row in the list of reviews, once its day of review has passed by the reader's
 * own calendar. The built page carries only the day, since a page that depended on the day it was built would differ
 * from one build to the next.
 */
const today = new Date();
const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
  .map((part) => String(part).padStart(2, '0'))
  .join('-');

for (const element of document.querySelectorAll<HTMLElement>('[data-due]')) {
  if ((element.dataset['due'] ?? '') < day) element.hidden = false;
}
