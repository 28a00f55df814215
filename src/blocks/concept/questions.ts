import { draftChoice, type Candidate } from '../../quiz/draft-choice.ts';
import { namesGivenAway } from '../../quiz/likeness.ts';
import type { QuestionPattern } from '../../quiz/question-draft.ts';
import { reasonWording, stemWording } from '../../quiz/wording.ts';
import type { ConceptBlock } from './schema.ts';

/** Which term a definition describes, among the topic's other terms; a definition that names its term is not asked. */
const term: QuestionPattern<ConceptBlock> = {
  id: 'term',
  perBlock: 1,
  draft: (block, place, siblings) => {
    const [isGivenAway, ...misleading] = namesGivenAway(
      block.definition,
      [block, ...siblings].map((other) => other.term),
    );
    if (!block.why || isGivenAway) return [];
    return draftChoice(
      place,
      'term',
      block.id,
      (id) => stemWording('term', id, { definition: block.definition }),
      { id: block.id, text: block.term, feedback: block.why },
      [siblings.filter((_, at) => !misleading[at]).flatMap(otherTerm)],
    );
  },
};

/** How a concept is asked about: which term is meant. */
export const questions: readonly QuestionPattern<ConceptBlock>[] = [term];

function otherTerm({ id, term: text, why }: ConceptBlock): Candidate[] {
  return why ? [{ id, text, feedback: reasonWording('other-term', { term: text, reason: why }) }] : [];
}
