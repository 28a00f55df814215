import type { Question } from '../model/question.ts';
import type { Exporter } from './exporter.ts';

/** The whole bank as JSON, in the shape of `api/questions.<lang>.json`. */
export const questionJson: Exporter = {
  format: 'json',
  extension: 'json',
  mediaType: 'application/json',
  fallbacks: {},
  write: (_, questions) => new TextEncoder().encode(`${JSON.stringify(questions.map(listQuestion), null, 1)}\n`),
};

/** A question as other tools read it: what is asked, in which order it is shown, what is right and why. */
export function listQuestion(question: Question) {
  const { id, topic, block, type, stem, url } = question;
  return { id, topic, block, type, stem, ...bodyOf(question), url };
}

function bodyOf(question: Question) {
  switch (question.type) {
    case 'order':
      return { order: question.order, shown: question.shown };
    case 'match':
      return { pairs: question.pairs, shown: question.shown };
    case 'sort':
      return { bins: question.bins, shown: question.shown };
    case 'scenario':
      return { nodes: question.nodes };
    default:
      return { options: question.options };
  }
}
