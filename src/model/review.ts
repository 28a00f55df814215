/** Last day of a month; `month` from 1. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * The day on which a topic is due for review again: `2026-11-20` and 12 months → `2027-11-20`; a day that the month
 * has not becomes its last one.
 */
export function reviewDue(reviewed: string, everyMonths: number): string {
  const [year = 0, month = 1, day = 1] = reviewed.split('-').map(Number);
  const months = year * 12 + (month - 1) + everyMonths;
  const [dueYear, dueMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const parts = [dueMonth, Math.min(day, daysIn(dueYear, dueMonth))].map((part) => String(part).padStart(2, '0'));
  return [String(dueYear), ...parts].join('-');
}
