import type { Records } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import { issueAt } from '../issue-at.ts';

/** Choice questions written by hand that have no right option, or more than one. */
export function checkAnswerKeys(records: Records): Issue[] {
  return records.topics.flatMap((topic) =>
    topic.data.blocks.flatMap((block, index) => {
      if (!('questions' in block)) return [];
      return block.questions.flatMap((question, place) => {
        if (question.type !== 'choice') return [];
        const count = question.options.filter(({ correct }) => correct === true).length;
        if (count === 1) return [];
        return [issueAt(records, topic, ['blocks', index, 'questions', place, 'options'], 'answer-key', { count })];
      });
    }),
  );
}
