/** The month in which a topic is due again: `2026-11-20` and 12 months → `2027-11`. */
export function nextReview(reviewed: string, everyMonths: number): string {
  const [year = 0, month = 1] = reviewed.split('-').map(Number);
  const months = year * 12 + (month - 1) + everyMonths;
  return `${String(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}`;
}
