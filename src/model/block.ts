import { z } from 'zod';
import { authoredQuestion } from './question.ts';
import { blockShape } from './topic.ts';

/** What every block that can be asked about has. */
export const askableShape = {
  ...blockShape,
  questions: z.array(authoredQuestion).default([]).describe('Questions written by hand, beside the generated ones.'),
};
