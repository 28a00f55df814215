import path from 'node:path';
import { impose } from '../../src/cards/impose.ts';
import { SIDES } from '../../src/cards/face.ts';
import { calibrationPdf, deckPagesPdf, drawJobs, phoneJob, fileOfJob, sheetPdf } from './card-files.ts';
import type { CardRequest } from './card-request.ts';
import { makeFiles } from './make-files.ts';

/** A file that was asked for; `pages` is left out for pictures. */
interface CardFile {
  name: string;
  data: Uint8Array;
  pages?: number;
}

/** Makes all that was asked for before anything is written. */
export async function renderCardRequest(
  request: Exclude<CardRequest, { kind: 'list' }>,
  root: string,
  onProgress: (done: number, all: number) => void,
): Promise<CardFile[]> {
  const { settings, lang, out } = request;
  if (request.kind === 'calibration') return [{ name: out, data: calibrationPdf(settings, lang, root), pages: 2 }];
  const { deck, as } = request;
  if (as === 'pictures') {
    const jobs = deck.cards.map((card) => ({ card, job: phoneJob(card, lang) }));
    await makeFiles(
      jobs.map(({ job }) => job),
      root,
      onProgress,
    );
    return jobs.map(({ card, job }) => ({
      name: path.join(out, `${card.id.replaceAll('/', '-')}.${lang}.png`),
      data: fileOfJob(job, root),
    }));
  }
  await makeFiles(
    deck.cards.flatMap((card) => SIDES.flatMap((side) => drawJobs(card, side, lang, [settings.size]))),
    root,
    onProgress,
  );
  if (as === 'pages') {
    return [
      { name: out, data: deckPagesPdf(deck, lang, settings.size, root), pages: deck.cards.length * SIDES.length },
    ];
  }
  return [{ name: out, data: sheetPdf(deck, lang, settings, root), pages: impose(deck.cards.length, settings).length }];
}
