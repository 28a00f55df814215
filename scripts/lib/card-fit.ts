import type { Records } from '../../src/blocks/records.ts';
import type { FaceContent, Side } from '../../src/cards/face.ts';
import { SIDES } from '../../src/cards/face.ts';
import type { Overflow } from '../../src/cards/measure-overflow.ts';
import { issueAt } from '../../src/check/issue-at.ts';
import type { MessageId } from '../../src/check/make-issue.ts';
import { cardTexts } from '../../src/i18n/cards.ts';
import type { Issue } from '../../src/model/issue.ts';
import { LANGS, type Lang } from '../../src/model/localized.ts';
import { drawJobs } from './card-files.ts';
import { drawerOf } from './card-scenes.ts';
import { cardsOfSite, type CardView } from './cards-of-site.ts';
import { makeFiles } from './make-files.ts';

/** Characters of a record that an issue repeats. */
const QUOTED_AT_MOST = 60;

/**
 * Sides of cards that say nothing, say more than fits even in the smallest type of a size, or hold a character the font
 * lacks. What is drawn for it stays in the cache.
 * @param only ids of the cards to look at; left out, all.
 */
export async function fitCards(records: Records, root = process.cwd(), only?: ReadonlySet<string>): Promise<Issue[]> {
  const themes = new Set(records.site.data.themes.map(({ id }) => id));
  const cards = cardsOfSite(records).filter(({ id, theme }) => themes.has(theme) && (!only || only.has(id)));
  await makeFiles(
    cards.flatMap((card) => SIDES.flatMap((side) => LANGS.flatMap((lang) => drawJobs(card, side, lang)))),
    root,
  );
  return cards.flatMap((card) =>
    SIDES.flatMap((side) => LANGS.flatMap((lang) => checkFace(records, card, side, lang, root))),
  );
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
  const drawn = drawJobs(view, side, lang).map((job) => ({
    size: job.size,
    ...drawerOf(root).draw(job.face, job.size),
  }));
  // What does not fit one size rarely fits another: the first says it, and it is the smallest.
  const [tooLong] = drawn.filter(({ overflow }) => overflow);
  const missing = drawn[0]?.missing ?? [];
  const siteLang = records.site.data.defaultLang;
  return [
    ...(tooLong?.overflow
      ? [
          at(tooLong.overflow.what === 'title', 'card-overflow', {
            size: cardTexts(siteLang)(`size.${tooLong.size}`),
            detail: detailOf(tooLong.overflow, siteLang),
          }),
        ]
      : []),
    ...missing
      .filter(({ text }) => text === face.title || isInBody(face, text))
      .map(({ character, text }) =>
        at(text === face.title, 'card-missing-glyph', { character, text: beginningOf(text) }),
      ),
  ];
}

function titlePath({ topic, card }: CardView, side: Side, lang: Lang): (string | number)[] {
  const index = topic.data.cards.indexOf(card);
  return card[side].title ? ['cards', index, side, 'title', lang] : ['cards', index, 'title', lang];
}

function detailOf({ what, count, longest }: Overflow, lang: Lang): string {
  return cardTexts(lang)(`overflow.${what}`, { count, longest: beginningOf(longest) });
}

/** Enough of a text to know it by. */
function beginningOf(text: string): string {
  const characters = Array.from(text);
  return characters.length <= QUOTED_AT_MOST ? text : `${characters.slice(0, QUOTED_AT_MOST).join('')}…`;
}

/** Whether a text is the card's own; the foot's come from the site file and stand on every card. */
function isInBody({ body }: FaceContent, text: string): boolean {
  return body.groups.some(
    ({ label, items }) => label === text || items.some((item) => item.text === text || item.lead === text),
  );
}
