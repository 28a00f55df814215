import type { APIRoute } from 'astro';
import { sheetPdf } from '../../../scripts/lib/card-files.ts';
import { cardsOfSite, decksOfSite } from '../../../scripts/lib/cards-of-site.ts';
import { siteRecords } from '../../../scripts/lib/site-records.ts';
import { PRINT_SIZE_IDS, type PrintSizeId } from '../../cards/card-size.ts';
import { faceWords, type Side } from '../../cards/face.ts';
import { impose } from '../../cards/impose.ts';
import { READY_MADE } from '../../cards/print-settings.ts';
import { withBase } from '../../components/page-context.ts';
import type { ListedCards } from '../../links/api-shapes.ts';
import { LANGS } from '../../model/localized.ts';

/** The list of cards and decks that tools rely on; addresses are root-relative and include the base path. */
export const GET: APIRoute = () => {
  const records = siteRecords();
  const cards = cardsOfSite(records);
  const list: ListedCards = {
    cards: cards.flatMap((card) =>
      LANGS.map((lang) => ({
        id: card.id,
        number: card.number,
        topic: card.topicId,
        lang,
        version: card.version,
        title: card.title[lang],
        text: frontAndBack((side) => {
          const face = card.face(lang, side);
          return 'kind' in face ? '' : faceWords(face).join('\n');
        }),
        faces: bySize((size) => frontAndBack((side) => withBase(card.faceUrl(lang, side, size, 'pdf')))),
        phone: withBase(card.phoneUrl(lang)),
      })),
    ),
    decks: decksOfSite(records, cards).flatMap((deck) =>
      LANGS.flatMap((lang) =>
        READY_MADE.map((settings) => ({
          id: deck.id,
          lang,
          size: settings.size,
          paper: settings.paper,
          sides: settings.sides,
          pages: impose(deck.cards.length, settings).length,
          bytes: sheetPdf(deck, lang, settings).length,
          cards: deck.cards.map(({ id }) => id),
          url: withBase(deck.pdfUrl(lang, settings)),
        })),
      ),
    ),
  };
  return Response.json(list);
};

function frontAndBack<T>(of: (side: Side) => T): [T, T] {
  return [of('front'), of('back')];
}

function bySize<T>(of: (size: PrintSizeId) => T): Record<PrintSizeId, T> {
  return Object.fromEntries(PRINT_SIZE_IDS.map((size) => [size, of(size)])) as Record<PrintSizeId, T>;
}
