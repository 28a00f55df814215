import { z } from 'zod';
import { card } from './card.ts';
import { id, topicId } from './id.ts';
import { localized, localizedList, text } from './localized.ts';

/** The jobs that a topic or path can be meant for; labels stand in the interface texts. */
export const ROLES = ['front-desk', 'phone-chat', 'complaint-handler', 'team-leader', 'new-hire'] as const;

/** A calendar day as written in YAML: `2026-11-20`. Kept as text, so that no time zone can move it. */
export const day = z.iso.date().describe('A calendar day, year-month-day: 2026-11-20.');

/** What every block has, whatever its kind. */
export const blockShape = {
  id: id.describe("Names the block inside its topic; also the section's anchor."),
  title: localized.describe('Heading of the block.'),
  intro: localized.optional().describe('One sentence under the heading.'),
};

/** A source that a topic cites under “going further”. */
const source = z.strictObject({
  author: text.optional(),
  title: text,
  year: z.int().min(1500).max(2100).optional(),
  note: localized.optional().describe('What of it is used here.'),
});

/**
 * The schema of `topic.yaml`, the one curated record of a topic.
 * @param block the union of all block kinds, from `blocks/registry.ts`; passed in so that the model knows no kind.
 */
export function topicSchema<B extends z.ZodType<{ id: string; kind: string }>>(block: B) {
  return z.strictObject({
    title: localized.describe('What a person would look for.'),
    short: localized.optional().describe('The title in few words, for the sidebar and narrow places.'),
    description: localized.describe('One sentence that answers it.'),
    order: z.int().min(1).describe('Place within its theme, from 1.'),
    owner: localized.describe('The team that answers for it.'),
    reviewed: day,
    reviewEveryMonths: z.int().min(1).max(60),
    roles: z.array(z.enum(ROLES)).min(1).describe('Whose daily work it serves.'),
    aliases: localizedList.describe(
      'What people call it or type: synonyms, trade words, what a customer shouts, what a clerk asks. At least six a language.',
    ),
    asks: localizedList
      .default(() => ({ zh: [], en: [] }))
      .describe(
        'Whole questions and sentences that should lead here, as people type or say them: what staff ask mid-shift, what a customer shouts, what a trainer calls it. At least 25 a language.',
      ),
    covers: z.array(id).describe('Ids of content/curriculum.yaml that this topic teaches.'),
    related: z.array(topicId).default([]).describe('Topics to read next.'),
    blocks: z.array(block).min(1).describe('The facts.'),
    cards: z.array(card).default([]),
    sources: z.array(source).default([]),
  });
}
