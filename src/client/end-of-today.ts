/** The last second of the reader's day, since 1970: what is due later today is due today. */
export function endOfToday(now = new Date()): number {
  return Math.floor(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() / 1000) - 1;
}
