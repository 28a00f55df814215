import { z } from 'zod';
import { topicSchema } from '../model/topic.ts';
import { schema as acronym } from './acronym/schema.ts';
import { schema as caseBlock } from './case/schema.ts';
import { schema as checklist } from './checklist/schema.ts';
import { schema as classification } from './classification/schema.ts';
import { schema as concept } from './concept/schema.ts';
import { schema as dosDonts } from './dos-donts/schema.ts';
import { schema as matrix } from './matrix/schema.ts';
import { schema as myths } from './myths/schema.ts';
import { schema as phrases } from './phrases/schema.ts';
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
