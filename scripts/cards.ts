/** `npm run cards -- --deck front-desk --lang zh --out FILE`: a deck as a PDF to print. `--list` names the decks. */
import { parseArgs } from 'node:util';
import { nearest } from '../src/check/nearest.ts';
import { reportText } from '../src/check/report-text.ts';
import { cardTexts } from '../src/i18n/cards.ts';
import { LANGS } from '../src/model/localized.ts';
import { fitCards } from './lib/card-fit.ts';
import { sheetPages, sheetPdf } from './lib/card-sheets.ts';
import { decksOfSite } from './lib/cards-of-site.ts';
import { loadRecordsOrThrow } from './lib/load-records.ts';
import { paintFor } from './lib/paint-terminal.ts';
import { writeFile } from './lib/write-file.ts';

const records = loadOrExit();
const siteLang = records.site.data.defaultLang;
const say = cardTexts(siteLang);
const options = readOptionsOrExit();
const decks = decksOfSite(records);

if (options.list) {
  for (const { id, title, cards } of decks) {
    console.log(say('command.listed', { id, count: cards.length, title: title[siteLang] }));
  }
  process.exit();
}

const deck = deckOrExit();
const lang = LANGS.find((known) => known === options.lang) ?? exit(say('command.unknownLang', { lang: options.lang }));
const file = options.out ?? `${deck.id}.${lang}.pdf`;

console.log(say('command.drawing', { id: deck.id, count: deck.cards.length }));
await checkFacesOrExit();
const pdf = await sheetPdf(deck, lang);
writeFile(file, pdf);
console.log(say('command.written', { file, pages: sheetPages(deck), kilobytes: Math.ceil(pdf.length / 1024) }));

function loadOrExit() {
  try {
    return loadRecordsOrThrow(process.cwd());
  } catch (error) {
    return exit((error as Error).message);
  }
}

function readOptionsOrExit() {
  try {
    const { values } = parseArgs({
      options: {
        deck: { type: 'string' },
        lang: { type: 'string', default: siteLang },
        out: { type: 'string' },
        list: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return exit((error as Error).message, say('command.usage'));
  }
}

function deckOrExit() {
  const all = say('command.decks', { decks: decks.map(({ id }) => id).join(siteLang === 'zh' ? '、' : ', ') });
  if (options.deck === undefined) return exit(say('command.noDeck'), say('command.usage'), all);
  const found = decks.find(({ id }) => id === options.deck);
  if (found) return found;
  const close = nearest(
    options.deck,
    decks.map(({ id }) => id),
  );
  const hint = close === undefined ? all : say('command.nearest', { nearest: close });
  return exit(say('command.unknownDeck', { deck: options.deck }), hint);
}

/** A card that does not fit would be printed cut off: say which, and print none. */
async function checkFacesOrExit() {
  const topics = new Set(deck.cards.map(({ topic }) => topic.file));
  const issues = (await fitCards(records)).filter((issue) => topics.has(issue.file));
  if (issues.length > 0) exit(reportText(issues, { lang: siteLang, paint: paintFor(process.stderr) }));
}

function exit(...lines: string[]): never {
  console.error(lines.join('\n'));
  process.exit(1);
}
