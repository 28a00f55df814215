import { z } from 'zod';
import type { CardFaces } from '../cards/face.ts';
import { topicSchema } from '../model/topic.ts';
import type { QuestionPattern } from '../quiz/question-draft.ts';
import { faces as acronymFaces } from './acronym/card.ts';
import { questions as acronymQuestions } from './acronym/questions.ts';
import { schema as acronym } from './acronym/schema.ts';
import { faces as caseFaces } from './case/card.ts';
import { questions as caseQuestions } from './case/questions.ts';
import { schema as caseBlock } from './case/schema.ts';
import { faces as checklistFaces } from './checklist/card.ts';
import { questions as checklistQuestions } from './checklist/questions.ts';
import { schema as checklist } from './checklist/schema.ts';
import { faces as classificationFaces } from './classification/card.ts';
import { questions as classificationQuestions } from './classification/questions.ts';
import { schema as classification } from './classification/schema.ts';
import { faces as conceptFaces } from './concept/card.ts';
import { questions as conceptQuestions } from './concept/questions.ts';
import { schema as concept } from './concept/schema.ts';
import { faces as dosDontsFaces } from './dos-donts/card.ts';
import { questions as dosDontsQuestions } from './dos-donts/questions.ts';
import { schema as dosDonts } from './dos-donts/schema.ts';
import { faces as matrixFaces } from './matrix/card.ts';
import { questions as matrixQuestions } from './matrix/questions.ts';
import { schema as matrix } from './matrix/schema.ts';
import { faces as mythsFaces } from './myths/card.ts';
import { questions as mythsQuestions } from './myths/questions.ts';
import { schema as myths } from './myths/schema.ts';
import { faces as phrasesFaces } from './phrases/card.ts';
import { questions as phrasesQuestions } from './phrases/questions.ts';
import { schema as phrases } from './phrases/schema.ts';
import { faces as processFaces } from './process/card.ts';
import { questions as processQuestions } from './process/questions.ts';
import { schema as process } from './process/schema.ts';
import { schema as reflection } from './reflection/schema.ts';
import { schema as scale } from './scale/schema.ts';

/** Every kind of block, told apart by `kind`. */
export const block = z.discriminatedUnion('kind', [
  process,
  phrases,
  dosDonts,
  matrix,
  classification,
  checklist,
  acronym,
  myths,
  scale,
  caseBlock,
  concept,
  reflection,
]);
export type Block = z.infer<typeof block>;

/** The schema of `topic.yaml`. */
export const topic = topicSchema(block);
export type Topic = z.infer<typeof topic>;

/** How each kind stands on a card; a kind that is not here has none. */
export const cardFaces: { readonly [K in Block['kind']]?: CardFaces<Extract<Block, { kind: K }>> } = {
  process: processFaces,
  phrases: phrasesFaces,
  'dos-donts': dosDontsFaces,
  matrix: matrixFaces,
  classification: classificationFaces,
  checklist: checklistFaces,
  acronym: acronymFaces,
  myths: mythsFaces,
  case: caseFaces,
  concept: conceptFaces,
};

/** The ways in which each kind asks about its facts; a kind that is not here asks what is written by hand alone. */
export const questionPatterns: {
  readonly [K in Block['kind']]?: readonly QuestionPattern<Extract<Block, { kind: K }>>[];
} = {
  process: processQuestions,
  phrases: phrasesQuestions,
  'dos-donts': dosDontsQuestions,
  checklist: checklistQuestions,
  matrix: matrixQuestions,
  classification: classificationQuestions,
  acronym: acronymQuestions,
  myths: mythsQuestions,
  case: caseQuestions,
  concept: conceptQuestions,
};
