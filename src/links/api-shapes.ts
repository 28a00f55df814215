import { z } from 'zod';
import { PRINT_SIZE_IDS } from '../cards/card-size.ts';
import { PAPER_IDS } from '../cards/paper.ts';
import { SIDES_MODES } from '../cards/print-settings.ts';
import { glossary } from '../model/glossary.ts';
import { id, topicId } from '../model/id.ts';
import { LANGS, localized, localizedList } from '../model/localized.ts';
import { path } from '../model/path.ts';
import { EFFECTS, ENDINGS } from '../model/scenario.ts';
import { day, ROLES } from '../model/topic.ts';

const url = z.string().regex(/^\//).describe('Root-relative, with the base path.');
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

const said = z.string();
const reasoned = { id: z.string(), text: said, feedback: said.describe('Why it stands where it stands.') };
const asked = {
  id: z.string().describe('<topic>/<block>/<pattern>/<fact>: never changed by rewording or reordering.'),
  topic: topicId,
  block: id,
  stem: said.describe('The question, complete without its page.'),
  url: url.describe('The section that answers it.'),
};
const option = z.strictObject({ id: z.string(), text: said, correct: z.boolean(), feedback: said });
const shown = z.array(z.string()).describe('Ids in the order in which they are laid out.');
const choice = z.strictObject({
  id: z.string(),
  text: said,
  effect: z.enum(EFFECTS),
  outcome: said.describe('What happens next.'),
  feedback: said.describe('Why it helps or hurts.'),
  next: z.string().describe('The scene it leads to.'),
  topic: topicId.optional().describe('The topic that teaches it.'),
});
const scene = z.strictObject({
  id: z.string(),
  when: said.optional(),
  title: said,
  text: said,
  ask: said.optional().describe('What is to be decided.'),
  choices: z.array(choice),
  next: z.string().optional().describe('The scene that follows where there is nothing to choose.'),
  ending: z.enum(ENDINGS).optional(),
});

const questions = z
  .array(
    z.discriminatedUnion('type', [
      z.strictObject({ ...asked, type: z.literal('choice'), options: z.array(option) }),
      z.strictObject({ ...asked, type: z.literal('multiple'), options: z.array(option) }),
      z.strictObject({ ...asked, type: z.literal('true-false'), options: z.array(option) }),
      z.strictObject({ ...asked, type: z.literal('order'), order: z.array(z.strictObject(reasoned)), shown }),
      z.strictObject({
        ...asked,
        type: z.literal('match'),
        pairs: z.array(z.strictObject({ id: z.string(), left: said, right: said, feedback: said })),
        shown,
      }),
      z.strictObject({
        ...asked,
        type: z.literal('sort'),
        bins: z.array(z.strictObject({ id: z.string(), label: said, items: z.array(z.strictObject(reasoned)) })),
        shown,
      }),
      z.strictObject({ ...asked, type: z.literal('scenario'), nodes: z.array(scene) }),
    ]),
  )
  .describe('Every question of the site in one language, in the order of the topics.');

const cardId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*){2}$/)
  .describe('<topic>/<card>, such as complaints/six-steps/six-steps.');
const frontAndBack = [url, url] as const;
const faces = z
  .strictObject({
    badge: z.tuple(frontAndBack),
    business: z.tuple(frontAndBack),
    a7: z.tuple(frontAndBack),
  } satisfies Record<(typeof PRINT_SIZE_IDS)[number], unknown>)
  .describe('Front and back in each size: a PDF of one page with 3 mm of bleed.');
const cards = z
  .strictObject({
    cards: z
      .array(
        z.strictObject({
          id: cardId,
          number: z.int().min(1).describe('Site-wide, never reused: /c/<number>/ leads to the card.'),
          topic: topicId,
          lang: z.enum(LANGS),
          version: z.string().length(4).describe('Changes with the words on the card; printed at its foot.'),
          title: said,
          text: z.tuple([said, said]).describe('The words of front and back, one line a statement, the title first.'),
          faces,
          phone: url.describe('Both sides as one picture, 1080 × 1920.'),
        }),
      )
      .describe('Every card in each language, by topic in reading order.'),
    decks: z
      .array(
        z.strictObject({
          id,
          lang: z.enum(LANGS),
          size: z.enum(PRINT_SIZE_IDS),
          paper: z.enum(PAPER_IDS),
          sides: z.enum(SIDES_MODES),
          pages: z.int().min(1),
          bytes: z.int().min(1),
          cards: z.array(cardId).describe('In the order in which they are printed.'),
          url: url.describe('The sheets as a PDF.'),
        }),
      )
      .describe('Every deck in each way that is offered ready-made.'),
  })
  .describe('All pocket cards, and the decks that they are printed in.');
export type ListedCards = z.infer<typeof cards>;

/** A shape that files below `api/` keep. */
interface ApiShape {
  /** What it is of: `topics`. */
  name: string;
  /** The files that have it, below `api/`. */
  files: readonly string[];
  /** Goes up when a program that reads the file would have to change. */
  version: number;
  schema: z.ZodType;
}

/** Every shape that is promised. */
export const API_SHAPES: readonly ApiShape[] = [
  { name: 'topics', files: ['topics.json'], version: 1, schema: topics },
  { name: 'questions', files: LANGS.map((lang) => `questions.${lang}.json`), version: 1, schema: questions },
  { name: 'paths', files: ['paths.json'], version: 1, schema: paths },
  { name: 'glossary', files: ['glossary.json'], version: 1, schema: terms },
  { name: 'cards', files: ['cards.json'], version: 1, schema: cards },
];

/** Where the schema of a shape lies, root-relative without the base path: `/api/schemas/topics.v1.json`. */
export function schemaPath({ name, version }: Pick<ApiShape, 'name' | 'version'>): string {
  return `/api/schemas/${name}.v${version}.json`;
}

/** A shape as JSON Schema, draft 7, which every validator knows; `$id` carries the version. */
export function apiSchema({ schema, ...shape }: ApiShape, wholeUrl: (address: string) => string): object {
  return { ...z.toJSONSchema(schema, { target: 'draft-7' }), $id: wholeUrl(schemaPath(shape)), title: shape.name };
}
