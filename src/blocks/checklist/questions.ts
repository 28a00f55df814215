import { alternate } from '../../quiz/do-dont-patterns.ts';
import { draftChoice, draftTrueFalse, type Candidate } from '../../quiz/draft-choice.ts';
import { draftMultiple } from '../../quiz/draft-multiple.ts';
import { asPhrase } from '../../quiz/fill-template.ts';
import type { QuestionPattern } from '../../quiz/question-draft.ts';
import { rankBySeed } from '../../quiz/rank-by-seed.ts';
import { mapText, reasonWording, stemWording } from '../../quiz/wording.ts';
import type { Localized } from '../../model/localized.ts';
import type { ChecklistBlock } from './schema.ts';

interface Entry {
  id: string;
  text: Localized;
  reason: Localized;
}

/** Which is not on the list: one outsider among three items. */
const outsider: QuestionPattern<ChecklistBlock> = {
  id: 'outsider',
  perBlock: 2,
  draft: (block, place) =>
    rankBySeed(place.block, outsidersOf(block), idOf).flatMap(({ id: fact, text, reason }) =>
      draftChoice(
        place,
        'outsider',
        fact,
        (id) => stemWording('outsider', id, { place: place.name }),
        { id: fact, text: mapText(text, asPhrase), feedback: reason },
        [itemsOf(block).map(onList)],
      ),
    ),
};

/** Is this on the list: items and outsiders in turn. */
const member: QuestionPattern<ChecklistBlock> = {
  id: 'member',
  perBlock: 3,
  draft: (block, place) =>
    alternate(
      rankBySeed(`${place.block} member`, outsidersOf(block), idOf).map((entry) => ({ entry, answer: false })),
      rankBySeed(`${place.block} member`, itemsOf(block), idOf).map((entry) => ({ entry, answer: true })),
      `${place.topic}/${place.block}/member`,
    ).flatMap(({ entry, answer }) =>
      draftTrueFalse(
        place,
        'member',
        entry.id,
        (id) => stemWording('member', id, { place: place.name, item: entry.text }),
        answer,
        { yes: 'on-list', no: 'not-on-list' },
        entry.reason,
      ),
    ),
};

/** Which of these are on the list: two or three items among outsiders. */
const members: QuestionPattern<ChecklistBlock> = {
  id: 'members',
  perBlock: 1,
  draft: (block, place) =>
    draftMultiple(
      place,
      'members',
      place.block,
      (id) => stemWording('members', id, { place: place.name }),
      itemsOf(block).map(onList),
      outsidersOf(block).map(({ id, text, reason }) => ({
        id,
        text: mapText(text, asPhrase),
        feedback: reasonWording('not-on-list', { reason }),
      })),
    ),
};

/** How a checklist is asked about: what is not on it, whether something is, and which of several are. */
export const questions: readonly QuestionPattern<ChecklistBlock>[] = [outsider, members, member];

function onList({ id, text, reason }: Entry): Candidate {
  return { id, text: mapText(text, asPhrase), feedback: reasonWording('on-list', { reason }) };
}

function itemsOf(block: ChecklistBlock): Entry[] {
  return block.items.flatMap(({ id, text, why }) => (why ? [{ id, text, reason: why }] : []));
}

function outsidersOf(block: ChecklistBlock): Entry[] {
  return block.outsiders.flatMap(({ id, text, harm }) => (harm ? [{ id, text, reason: harm }] : []));
}

function idOf({ id }: { id: string }): string {
  return id;
}
