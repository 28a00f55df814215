import type { Records } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import { issueAt } from '../issue-at.ts';

/** Choices written by hand with other than one right option, or, where several are asked for, with one, none or all. */
export function checkAnswerKeys(records: Records): Issue[] {
  return records.topics.flatMap((topic) =>
    topic.data.blocks.flatMap((block, index) => {
      if (!('questions' in block)) return [];
      return block.questions.flatMap((question, place) => {
        if (question.type !== 'choice' && question.type !== 'multiple') return [];
        const total = question.options.length;
        const count = question.options.filter(({ correct }) => correct === true).length;
        const isSound = question.type === 'choice' ? count === 1 : count > 1 && count < total;
        if (isSound) return [];
        const path = ['blocks', index, 'questions', place, 'options'];
        return question.type === 'choice'
          ? [issueAt(records, topic, path, 'answer-key', { count })]
          : [issueAt(records, topic, path, 'answer-key/several', { count, total })];
      });
    }),
  );
}
