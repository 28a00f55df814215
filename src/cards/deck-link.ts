import { PRINT_SIZE_IDS } from './card-size.ts';
import { BLEED_MM } from './impose.ts';
import { PAPER_IDS } from './paper.ts';
import { SIDES_MODES, USUAL_PRINT, type PrintSettings } from './print-settings.ts';

/** A choice of cards, by number and in order, and how they are printed. */
export interface DeckChoice {
  numbers: number[];
  settings: PrintSettings;
}

/** Cards that one link may name: a whole site's, and no page that never ends. */
const CARDS_AT_MOST = 500;

/**
 * A choice as the fragment of a link, which no server sees: `cards=18.10.11&paper=letter`. What is usual is left out, and
 * so is the offset: it belongs to a printer, not to the cards.
 */
export function formatDeckLink({ numbers, settings }: DeckChoice): string {
  const { size, paper, sides, bleedMm } = settings;
  return [
    `cards=${numbers.join('.')}`,
    ...(size === USUAL_PRINT.size ? [] : [`size=${size}`]),
    ...(paper === USUAL_PRINT.paper ? [] : [`paper=${paper}`]),
    ...(sides === USUAL_PRINT.sides ? [] : [`sides=${sides}`]),
    ...(bleedMm === 0 ? [] : ['bleed=1']),
  ].join('&');
}

/** The choice that a fragment names; undefined when it names none. What it says wrongly is taken as usual. */
export function parseDeckLink(fragment: string): DeckChoice | undefined {
  const values = new Map(
    fragment
      .replace(/^#/, '')
      .split('&')
      .map((part): [string, string] => [part.split('=')[0] ?? '', part.slice(part.indexOf('=') + 1)]),
  );
  const cards = values.get('cards');
  if (cards === undefined || !/^\d{1,6}(?:\.\d{1,6})*$/.test(cards)) return undefined;
  const named = <T extends string>(key: string, allowed: readonly T[], usual: T): T =>
    allowed.find((one) => one === values.get(key)) ?? usual;
  return {
    numbers: [...new Set(cards.split('.').map(Number))].slice(0, CARDS_AT_MOST),
    settings: {
      ...USUAL_PRINT,
      size: named('size', PRINT_SIZE_IDS, USUAL_PRINT.size),
      paper: named('paper', PAPER_IDS, USUAL_PRINT.paper),
      sides: named('sides', SIDES_MODES, USUAL_PRINT.sides),
      bleedMm: values.get('bleed') === '1' ? BLEED_MM : 0,
    },
  };
}
