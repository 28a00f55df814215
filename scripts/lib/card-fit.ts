import type { Records } from '../../src/blocks/records.ts';
import type { FaceContent, Side } from '../../src/cards/face.ts';
import { SIDES } from '../../src/cards/face.ts';
import type { Overflow } from '../../src/cards/measure-overflow.ts';
import { issueAt } from '../../src/check/issue-at.ts';
import type { MessageId } from '../../src/check/make-issue.ts';
import { cardTexts } from '../../src/i18n/cards.ts';
import type { Issue } from '../../src/model/issue.ts';
import { LANGS, type Lang } from '../../src/model/localized.ts';
import { drawerOf } from './card-scenes.ts';
import { cardsOfSite, type CardView } from './cards-of-site.ts';

/** Sides of cards that say nothing, say more than fits even in the smallest type, or hold a character the font lacks. */
export function fitCards(records: Records, root = process.cwd()): Promise<Issue[]> {
  const themes = new Set(records.site.data.themes.map(({ id }) => id));
  const issues = cardsOfSite(records)
    .filter(({ theme }) => themes.has(theme))
    .flatMap((card) => SIDES.flatMap((side) => LANGS.flatMap((lang) => checkFace(records, card, side, lang, root))));
  return Promise.resolve(issues);
}

function checkFace(records: Records, view: CardView, side: Side, lang: Lang, root: string): Issue[] {
  const { topic, card } = view;
  const block = topic.data.blocks.findIndex(({ id }) => id === card[side].block);
  const values = { card: view.id, side: { thing: side }, lang: { thing: lang }, block: card[side].block };
  const at = (isTitle: boolean, message: MessageId, more: Record<string, string> = {}): Issue => {
    const place = isTitle ? titlePath(view, side, lang) : ['blocks', block];
    return issueAt(records, topic, place, message, { ...values, ...more });
  };

  const face = view.face(lang, side);
  if ('kind' in face) {
    // What a reference gets wrong is for the rules on references; what could not be read is no empty card.
    const isEmpty = face.kind === 'empty' && topic.lost === undefined;
    return isEmpty ? [at(false, 'card-empty')] : [];
  }
  const { overflow, missing } = drawerOf(root).draw(face);
  return [
    ...(overflow
      ? [at(overflow.what === 'title', 'card-overflow', { detail: detailOf(overflow, records.site.data.defaultLang) })]
      : []),
    ...missing
      .filter(({ text }) => text === face.title || isInBody(face, text))
      .map(({ character, text }) => at(text === face.title, 'card-missing-glyph', { character, text })),
  ];
}

function titlePath({ topic, card }: CardView, side: Side, lang: Lang): (string | number)[] {
  const index = topic.data.cards.indexOf(card);
  return card[side].title ? ['cards', index, side, 'title', lang] : ['cards', index, 'title', lang];
}

function detailOf({ what, count, longest }: Overflow, lang: Lang): string {
  return cardTexts(lang)(`overflow.${what}`, { count, longest });
}

/** Whether a text is the card's own; the foot's come from the site file and stand on every card. */
function isInBody({ body }: FaceContent, text: string): boolean {
  return body.groups.some(
    ({ label, items }) => label === text || items.some((item) => item.text === text || item.lead === text),
  );
}
