import { cardNumbers } from '../../src/blocks/card-numbers.ts';
import type { Records, TopicRecord } from '../../src/blocks/records.ts';
import { resolveCard, resolveCardTexts, type FaceProblem } from '../../src/blocks/resolve-card.ts';
import { cardPath, facePath } from '../../src/cards/card-address.ts';
import type { PrintSizeId } from '../../src/cards/card-size.ts';
import { cardVersion, type CardTexts } from '../../src/cards/card-version.ts';
import type { FaceContent, Side } from '../../src/cards/face.ts';
import { USUAL_PRINT, type PrintSettings } from '../../src/cards/print-settings.ts';
import type { Card } from '../../src/model/card.ts';
import type { Lang, Localized } from '../../src/model/localized.ts';
import { remember } from '../../src/model/remember.ts';
import { siteUrl } from './site-url.ts';

/** A card as pages, lists and commands see it. Addresses are root-relative, base path not included. */
export interface CardView {
  /** `<theme>/<topic>/<card>`. */
  id: string;
  topicId: string;
  theme: string;
  /** Site-wide, never reused. */
  number: number;
  /** Four letters and figures that change with the words on the card, in either language. */
  version: string;
  title: Localized;
  /** The day of the last review, `2026-11-20`. */
  reviewed: string;
  topic: TopicRecord;
  card: Card;
  /** The name of the site, as the author of what is printed. */
  site: Localized;
  /** The words of each side in reading order, one line a statement, the title first. */
  faceTexts: (lang: Lang) => Record<Side, string[]>;
  /** All that a side says, ready to be drawn, or why there is nothing to draw. */
  face: (lang: Lang, side: Side) => FaceContent | FaceProblem;
  /** The picture of a side: as SVG to look at, as PDF to print. */
  faceUrl: (lang: Lang, side: Side, size?: PrintSizeId, format?: 'svg' | 'pdf') => string;
  /** Both sides as one picture for a phone. */
  phoneUrl: (lang: Lang) => string;
  /** The card's own short page. */
  pageUrl: (lang: Lang) => string;
}

/** A deck as pages, lists and commands see it. */
export interface DeckView {
  id: string;
  title: Localized;
  description: Localized;
  cards: readonly CardView[];
  /** The name of the site, as the author of the sheet. */
  site: Localized;
  /** The sheets to print, root-relative, base path not included. */
  pdfUrl: (lang: Lang, settings?: PrintSettings) => string;
}

/**
 * Every card of the site, by topic in reading order; worked out once for the same records.
 * @param address where the site lives; by default `SITE_URL`, else the site file's address.
 */
export function cardsOfSite(records: Records, address = siteAddress(records)): readonly CardView[] {
  return cardsAt(records, address);
}

/** The cards of one topic. */
export function cardsOfTopic(records: Records, topicId: string): readonly CardView[] {
  return byTopic(cardsOfSite(records)).get(topicId) ?? [];
}

const cardsAt = remember((records: Records, address: string | undefined) => makeCards(records, address));
const byTopic = remember((cards: readonly CardView[]) => Map.groupBy(cards, ({ topicId }) => topicId));

function makeCards(records: Records, address: string | undefined): readonly CardView[] {
  const numbers = cardNumbers(records);
  return records.topics.flatMap((topic) =>
    topic.data.cards.map((card): CardView => {
      const id = `${topic.id}/${card.id}`;
      const number = numbers.get(id);
      if (number === undefined) throw new Error(`Card ${id} has no number.`);
      const texts: CardTexts = resolveCardTexts(topic.data, card);
      const site = records.site.data;
      const version = cardVersion(texts);
      const context = { site, number, version, ...(address !== undefined && { address }) };
      const face = remember((of: Card, lang: Lang, side: Side) => resolveCard(topic, of, side, lang, context));
      return {
        id,
        topicId: topic.id,
        theme: topic.theme,
        number,
        version,
        title: card.title,
        reviewed: topic.data.reviewed,
        topic,
        card,
        site: site.name,
        faceTexts: (lang) => ({ front: texts.front[lang], back: texts.back[lang] }),
        face: (lang, side) => face(card, lang, side),
        faceUrl: (lang, side, size = 'badge', format = 'svg') => facePath(id, side, size, lang, format),
        phoneUrl: (lang) => `/cards/phone/${id}.${lang}.png`,
        pageUrl: (lang) => cardPath(number, lang, site.defaultLang),
      };
    }),
  );
}

/** Every deck of the site, in order of id; a card that does not exist is passed over, the check has named it. */
export function decksOfSite(records: Records, cards = cardsOfSite(records)): DeckView[] {
  return [...records.decks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { data }]) => ({
      id,
      title: data.title,
      description: data.description,
      cards:
        data.cards === 'all'
          ? cards
          : data.cards.flatMap((cardId) => cards.filter((candidate) => candidate.id === cardId)),
      site: records.site.data.name,
      pdfUrl: (lang, settings = USUAL_PRINT) => `/cards/decks/${id}${sheetSuffix(settings)}.${lang}.pdf`,
    }));
}

/** What tells sheets of other settings from the usual ones in their files' names: `.letter`, `.fold-over`. */
export function sheetSuffix({ size, paper, sides }: PrintSettings): string {
  const other = [
    ...(size === USUAL_PRINT.size ? [] : [size]),
    ...(paper === USUAL_PRINT.paper ? [] : [paper]),
    ...(sides === USUAL_PRINT.sides ? [] : [sides]),
  ];
  return other.map((part) => `.${part}`).join('');
}

/** Where the site lives: `SITE_URL`, else the address in the site file; undefined when neither says. */
export function siteAddress(records: Records): string | undefined {
  return siteUrl() ?? records.site.data.address;
}
