/** `npm run cards -- --deck front-desk --size badge --paper a4 --sides long-edge --out FILE`: cards to print or keep. */
import path from 'node:path';
import { reportText } from '../src/check/report-text.ts';
import { cardTexts } from '../src/i18n/cards.ts';
import { CardRequestError, cardUsage, parseCardRequest, type CardRequest } from './lib/card-request.ts';
import { cardsOfSite, decksOfSite } from './lib/cards-of-site.ts';
import { fitCards } from './lib/card-fit.ts';
import { renderCardRequest } from './lib/render-card-request.ts';
import { loadRecordsOrThrow } from './lib/load-records.ts';
import { paintFor } from './lib/paint-terminal.ts';
import { contentRoot } from './lib/site-records.ts';
import { showProgress } from './lib/show-progress.ts';
import { writeFile } from './lib/write-file.ts';

const root = process.cwd();
const records = loadOrExit();
const siteLang = records.site.data.defaultLang;
const say = cardTexts(siteLang);
const cards = cardsOfSite(records);
const decks = decksOfSite(records, cards);
const request = readRequestOrExit();

if (request.kind === 'list') {
  for (const { id, title, cards: own } of decks) {
    console.log(say('command.listed', { id, count: own.length, title: title[siteLang] }));
  }
  for (const { id, number, title } of cards) {
    console.log(say('command.listedCard', { id, number, title: title[siteLang] }));
  }
  process.exit();
}

if (request.kind === 'deck') {
  console.log(say('command.drawing', { id: request.deck.id, count: request.deck.cards.length }));
  await checkFacesOrExit(request);
}
const files = await renderCardRequest(request, root, showProgress(process.stdout, say('command.progress')));
for (const { name, data, pages } of files) {
  const file = path.resolve(name);
  try {
    writeFile(file, data);
  } catch (error) {
    exit(say('command.notWritten', { file: name, reason: (error as Error).message }));
  }
  const kilobytes = Math.ceil(data.length / 1024);
  console.log(
    say(pages === undefined ? 'command.kept' : 'command.written', { file: name, pages: pages ?? 1, kilobytes }),
  );
}

function loadOrExit() {
  try {
    return loadRecordsOrThrow(contentRoot);
  } catch (error) {
    return exit((error as Error).message);
  }
}

function readRequestOrExit(): CardRequest {
  try {
    return parseCardRequest(process.argv.slice(2), { cards, decks, lang: siteLang });
  } catch (error) {
    if (!(error instanceof CardRequestError)) throw error;
    return exit(error.message, cardUsage(siteLang));
  }
}

/** A card that does not fit would be printed cut off: say which, and print none. */
async function checkFacesOrExit({ deck }: Extract<CardRequest, { kind: 'deck' }>) {
  const issues = await fitCards(records, root, new Set(deck.cards.map(({ id }) => id)));
  if (issues.length > 0) exit(reportText(issues, { lang: siteLang, paint: paintFor(process.stderr) }));
}

function exit(...lines: string[]): never {
  console.error(lines.join('\n'));
  process.exit(1);
}
