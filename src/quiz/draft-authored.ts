import type { AuthoredQuestion } from '../model/question.ts';
import { questionId, type QuestionDraft, type QuestionPlace } from './question-draft.ts';
import { AUTHORED } from './select-questions.ts';
import { labelWording } from './wording.ts';

/** A question written by hand, in the form that the generators yield. */
export function draftAuthored(question: AuthoredQuestion, place: QuestionPlace): QuestionDraft {
  const { stem } = question;
  const base = { id: questionId(place, AUTHORED, question.id), block: place.block, pattern: AUTHORED, stem };
  switch (question.type) {
    case 'choice':
    case 'multiple':
      return {
        ...base,
        type: question.type,
        options: question.options.map(({ id, text, correct = false, feedback }) => ({ id, text, correct, feedback })),
      };
    case 'true-false':
      return {
        ...base,
        type: 'true-false',
        options: [
          { id: 'true', text: labelWording('true'), correct: question.answer, feedback: question.feedback.true },
          { id: 'false', text: labelWording('false'), correct: !question.answer, feedback: question.feedback.false },
        ],
      };
    case 'order':
      return { ...base, type: 'order', items: question.items };
    case 'match':
      return { ...base, type: 'match', pairs: question.pairs };
    case 'sort':
      return { ...base, type: 'sort', bins: question.bins };
  }
}
