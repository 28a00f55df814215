import type { Records } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import { reviewDue } from '../../model/review.ts';
import { issueAt } from '../issue-at.ts';

/** Topics that nobody has reviewed in the time set for them, as seen on the day `today` (year-month-day). */
export function checkReviews(records: Records, today: string): Issue[] {
  const { defaultLang } = records.site.data;
  return records.topics.flatMap((topic) => {
    const { reviewed, reviewEveryMonths, owner } = topic.data;
    if (['reviewed', 'reviewEveryMonths', 'owner'].some((key) => topic.lost?.has(key))) return [];
    const due = reviewDue(reviewed, reviewEveryMonths);
    if (today <= due) return [];
    return [issueAt(records, topic, ['reviewed'], 'review-overdue', { reviewed, due, owner: owner[defaultLang] })];
  });
}
