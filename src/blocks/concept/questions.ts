import { draftChoice, type Candidate } from '../../quiz/draft-choice.ts';
import { draftMatch } from '../../quiz/draft-match.ts';
import { asPhrase } from '../../quiz/fill-template.ts';
import { namesGivenAway } from '../../quiz/likeness.ts';
import type { QuestionPattern } from '../../quiz/question-draft.ts';
import { mapText, reasonWording, stemWording } from '../../quiz/wording.ts';
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

/** Which definition belongs to which of a topic's terms: asked once a topic, by the term whose id comes first. */
const matchTerms: QuestionPattern<ConceptBlock> = {
  id: 'match-terms',
  perBlock: 1,
  draft: (block, place, siblings) => {
    if (siblings.some((other) => other.id < block.id)) return [];
    const all = [block, ...siblings];
    return draftMatch(
      place,
      'match-terms',
      block.id,
      (id) => stemWording('match-terms', id, { topic: place.title }),
      all.flatMap(({ id, term: name, definition, why }) =>
        why &&
        namesGivenAway(
          definition,
          all.map((other) => other.term),
        ).every((given) => !given)
          ? [{ id, left: mapText(definition, asPhrase), right: name, feedback: why }]
          : [],
      ),
    );
  },
};

/** How a concept is asked about: which term is meant, and which definition goes with which term. */
export const questions: readonly QuestionPattern<ConceptBlock>[] = [term, matchTerms];

function otherTerm({ id, term: text, why }: ConceptBlock): Candidate[] {
  return why ? [{ id, text, feedback: reasonWording('other-term', { term: text, reason: why }) }] : [];
}
