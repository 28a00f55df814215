import { z } from 'zod';
import { glossary } from '../model/glossary.ts';
import { id, topicId } from '../model/id.ts';
import { localized, localizedList } from '../model/localized.ts';
import { path } from '../model/path.ts';
import { day, ROLES } from '../model/topic.ts';

const url = z.string().startsWith('/').describe('Root-relative, with the base path.');
const urls = z.strictObject({ zh: url, en: url });
const count = z.int().min(0);

const topics = z
  .array(
    z.strictObject({
      id: topicId,
      theme: id,
      url: urls,
      title: localized,
      description: localized,
      covers: z.array(id).describe('Ids of the facts that have to be taught.'),
      roles: z.array(z.enum(ROLES)),
      aliases: localizedList.describe('What people call it.'),
      reviewed: day,
      owner: localized,
      cards: z.array(z.string()).describe('Ids of its cards.'),
      questions: z.strictObject({ zh: count, en: count }).describe('How many questions it asks.'),
    }),
  )
  .describe('Every topic, in reading order.');

const paths = z
  .array(path.extend({ id, url: urls, minutes: z.int().min(1).describe('All steps together.') }))
  .describe('Every onboarding path, in order of id.');
export type ListedPath = z.infer<typeof paths>[number];

const terms = z
  .array(glossary.shape.terms.element.extend({ url: urls }))
  .describe('Every house term, in the order of the glossary file.');
export type ListedTerm = z.infer<typeof terms>[number];

/** A file below `api/` whose shape is promised. */
export interface ApiShape {
  /** Its name without ending: `topics`. */
  name: string;
  /** Goes up when a program that reads the file would have to change. */
  version: number;
  schema: z.ZodType;
}

/** Every file below `api/` whose shape is promised. */
export const API_SHAPES: readonly ApiShape[] = [
  { name: 'topics', version: 1, schema: topics },
  { name: 'paths', version: 1, schema: paths },
  { name: 'glossary', version: 1, schema: terms },
];

/** Where the schema of a shape lies, root-relative without the base path: `/api/schemas/topics.v1.json`. */
export function schemaPath({ name, version }: Pick<ApiShape, 'name' | 'version'>): string {
  return `/api/schemas/${name}.v${version}.json`;
}

/** A shape as JSON Schema, draft 7, which every validator knows; `$id` carries the version. */
export function apiSchema({ schema, ...shape }: ApiShape, wholeUrl: (address: string) => string): object {
  return { ...z.toJSONSchema(schema, { target: 'draft-7' }), $id: wholeUrl(schemaPath(shape)), title: shape.name };
}
