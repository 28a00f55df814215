import { parseArgs } from 'node:util';
import { PRINT_SIZE_IDS, type SizeId } from '../../src/cards/card-size.ts';
import { BLEED_MM } from '../../src/cards/impose.ts';
import { PAPER_IDS, type PaperId } from '../../src/cards/paper.ts';
import { SIDES_MODES, USUAL_PRINT, type PrintSettings } from '../../src/cards/print-settings.ts';
import { nearest } from '../../src/check/nearest.ts';
import { cardTexts } from '../../src/i18n/cards.ts';
import { LANGS, type Lang } from '../../src/model/localized.ts';
import type { CardView, DeckView } from './cards-of-site.ts';

/** What the cards command is asked for. */
export type CardRequest =
  | { kind: 'list' }
  | { kind: 'calibration'; settings: PrintSettings; lang: Lang; out: string }
  | {
      kind: 'deck';
      deck: Pick<DeckView, 'id' | 'title' | 'site' | 'cards'>;
      settings: PrintSettings;
      lang: Lang;
      /** On sheets, each side on a page of its own for a print shop, or as pictures for phones. */
      as: 'sheets' | 'pages' | 'pictures';
      /** A file, or a folder for pictures. */
      out: string;
    };

/** The command line cannot be understood; the message says why and what would do, in the site's language. */
export class CardRequestError extends Error {}

/** Sizes that can be asked for; the phone's is a picture. */
const SIZES: readonly SizeId[] = [...PRINT_SIZE_IDS, 'phone'];
/** Papers that can be asked for: sheets, or each side on a page of the card's own size. */
const PAPERS: readonly (PaperId | 'card')[] = [...PAPER_IDS, 'card'];
/** A printer that is off by more has another fault. */
const OFFSET_AT_MOST_MM = 5;

/** How the command is called. */
export function cardUsage(lang: Lang): string {
  return cardTexts(lang)('command.usage', {
    sizes: SIZES.join('|'),
    papers: PAPERS.join('|'),
    sides: SIDES_MODES.join('|'),
    langs: LANGS.join('|'),
  });
}

/**
 * Understands a command line.
 * @param lang the language of messages, and of cards when none is asked for.
 * @throws CardRequestError.
 */
export function parseCardRequest(
  args: readonly string[],
  { cards, decks, lang }: { cards: readonly CardView[]; decks: readonly DeckView[]; lang: Lang },
): CardRequest {
  const say = cardTexts(lang);
  const listed = (ids: readonly string[]) => ids.join(lang === 'zh' ? '、' : ', ');
  const fail = (...lines: string[]): never => {
    throw new CardRequestError(lines.join('\n'));
  };
  const values = readOptions(args, fail);
  if (values.list) return { kind: 'list' };

  const choose = <T extends string>(option: string, value: string, allowed: readonly T[]): T =>
    allowed.find((one) => one === value) ??
    fail(say('command.unknownValue', { option, value, allowed: listed(allowed) }));
  const find = <T>(ids: ReadonlyMap<string, T>, id: string, key: 'command.unknownDeck' | 'command.unknownCard'): T => {
    const found = ids.get(id);
    if (found !== undefined) return found;
    const close = nearest(id, ids.keys());
    const decksOrClose =
      close !== undefined
        ? [say('command.nearest', { nearest: close })]
        : key === 'command.unknownDeck'
          ? [say('command.decks', { decks: listed([...ids.keys()]) })]
          : [say('command.seeList')];
    return fail(say(key, { id }), ...decksOrClose);
  };

  const cardLang = choose('--lang', values.lang ?? lang, LANGS);
  const size = choose('--size', values.size ?? USUAL_PRINT.size, SIZES);
  const paper = choose('--paper', values.paper ?? USUAL_PRINT.paper, PAPERS);
  const settings: PrintSettings = {
    size: size === 'phone' ? USUAL_PRINT.size : size,
    paper: paper === 'card' ? USUAL_PRINT.paper : paper,
    sides: choose('--sides', values.sides ?? USUAL_PRINT.sides, SIDES_MODES),
    bleedMm: bleedOf(values.bleed) ?? fail(say('command.badBleed', { value: values.bleed ?? '', most: BLEED_MM })),
    backOffset:
      offsetOf(values.offset) ??
      fail(say('command.badOffset', { value: values.offset ?? '', most: OFFSET_AT_MOST_MM })),
  };
  if (values.calibration) {
    return { kind: 'calibration', settings, lang: cardLang, out: values.out ?? `calibration.${paper}.${cardLang}.pdf` };
  }

  if (values.deck !== undefined && values.cards !== undefined) fail(say('command.deckOrCards'));
  const deck =
    values.cards !== undefined
      ? chosenCards(values.cards, cards, (ids, id) => find(ids, id, 'command.unknownCard'), cardLang)
      : find(
          new Map(decks.map((one) => [one.id, one])),
          values.deck ??
            fail(say('command.noDeck'), say('command.decks', { decks: listed(decks.map(({ id }) => id)) })),
          'command.unknownDeck',
        );
  const as = size === 'phone' ? 'pictures' : paper === 'card' ? 'pages' : 'sheets';
  const usualOut = `${deck.id}.${cardLang}${as === 'pictures' ? '' : '.pdf'}`;
  return { kind: 'deck', deck, settings, lang: cardLang, as, out: values.out ?? usualOut };
}

function readOptions(args: readonly string[], fail: (message: string) => never) {
  try {
    const { values } = parseArgs({
      args: withValuesJoined(args),
      options: {
        deck: { type: 'string' },
        cards: { type: 'string' },
        list: { type: 'boolean', default: false },
        calibration: { type: 'boolean', default: false },
        size: { type: 'string' },
        paper: { type: 'string' },
        sides: { type: 'string' },
        lang: { type: 'string' },
        offset: { type: 'string' },
        bleed: { type: 'string' },
        out: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    return fail((error as Error).message);
  }
}

/** An offset may begin with a minus, which would pass for an option; a bleed may go without its millimetres. */
function withValuesJoined(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const [index, arg] of args.entries()) {
    const before = args[index - 1];
    const isNumber = /^-?[\d.]/.test(arg);
    if ((before === '--offset' || before === '--bleed') && isNumber) joined[joined.length - 1] = `${before}=${arg}`;
    else joined.push(arg === '--bleed' ? `--bleed=${BLEED_MM}` : arg);
  }
  return joined;
}

function bleedOf(value: string | undefined): number | undefined {
  const bleedMm = Number(value ?? 0);
  return bleedMm >= 0 && bleedMm <= BLEED_MM ? bleedMm : undefined;
}

function offsetOf(value: string | undefined): PrintSettings['backOffset'] | undefined {
  if (value === undefined) return USUAL_PRINT.backOffset;
  const parts = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(value);
  if (!parts) return undefined;
  const offset = { xMm: Number(parts[1]), yMm: Number(parts[2]) };
  return Math.max(Math.abs(offset.xMm), Math.abs(offset.yMm)) <= OFFSET_AT_MOST_MM ? offset : undefined;
}

/** A deck of the cards named: each by its id or its number. */
function chosenCards(
  list: string,
  cards: readonly CardView[],
  find: (ids: ReadonlyMap<string, CardView>, id: string) => CardView,
  lang: Lang,
): Pick<DeckView, 'id' | 'title' | 'site' | 'cards'> {
  const byName = new Map(cards.flatMap((card) => [[card.id, card] as const, [String(card.number), card] as const]));
  const chosen = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => find(byName, name));
  const [first] = chosen;
  if (!first) throw new CardRequestError(cardTexts(lang)('command.noDeck'));
  const title = { zh: cardTexts('zh')('deck.own'), en: cardTexts('en')('deck.own') };
  return { id: 'cards', title: chosen.length === 1 ? first.title : title, site: first.site, cards: chosen };
}
