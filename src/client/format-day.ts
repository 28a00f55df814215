/** A day such as `2026-11-20` as the page's language writes it, without its year when it is this one. */
export function formatDay(day: string): string {
  const date = new Date(`${day}T00:00:00`);
  const isThisYear = date.getFullYear() === new Date().getFullYear();
  return date.toLocaleDateString(document.documentElement.lang, {
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    ...(!isThisYear && { year: 'numeric' }),
  });
}
