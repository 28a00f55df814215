import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import jsQR from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { cardsOfSite } from '../../scripts/lib/cards-of-site.ts';
import { siteRecords } from '../../scripts/lib/site-records.ts';
import { CARD_SIZES, type PrintSizeId } from '../../src/cards/card-size.ts';
import { faceWords, type FaceContent } from '../../src/cards/face.ts';
import { impose } from '../../src/cards/impose.ts';
import { USUAL_PRINT, type PrintSettings } from '../../src/cards/print-settings.ts';
import type { Lang } from '../../src/model/localized.ts';
import { DIST } from './dist.ts';

interface ListedDeck {
  id: string;
  lang: Lang;
  size: PrintSizeId;
  paper: PrintSettings['paper'];
  sides: PrintSettings['sides'];
  pages: number;
  bytes: number;
  cards: string[];
  url: string;
}
interface ListedCard {
  id: string;
  lang: Lang;
  version: string;
  text: [string, string];
  faces: Record<string, [string, string]>;
  phone: string;
}

const { cards: listed, decks } = JSON.parse(readFileSync(path.join(DIST, 'api/cards.json'), 'utf8')) as {
  cards: ListedCard[];
  decks: ListedDeck[];
};
const cards = cardsOfSite(siteRecords());
const read = (url: string) => readFileSync(path.join(DIST, url));
const bare = (texts: readonly (string | undefined)[]) => texts.join('').replace(/\s/g, '');
const without = (program: string) => spawnSync(program, ['-v']).error !== undefined;

/** All sheets in the heavy runs, those of one deck otherwise. */
const sheets = process.env['DEEP'] ? decks : decks.filter(({ id }) => id === 'front-desk');

function faceOf(id: string, lang: Lang, side: 'front' | 'back'): FaceContent {
  const face = cards.find((card) => card.id === id)?.face(lang, side);
  if (!face || 'kind' in face) throw new Error(`no ${side} of ${id}`);
  return face;
}

/** All that a side prints. */
function printedWords(face: FaceContent): string {
  const { foot } = face;
  const number = String(foot?.number).padStart(2, '0');
  const about = foot && [foot.theme, '·', number, '·', foot.version, '·', foot.reviewed, foot.address];
  return bare([...faceWords(face), ...(about ?? [])]);
}

test('the six decks are there in both languages, with cards that exist', () => {
  const ids = ['complaint-handler', 'everything', 'front-desk', 'new-hire', 'phone-and-chat', 'team-leader'];
  expect([...new Set(decks.map(({ id }) => id))].sort()).toEqual(expect.arrayContaining(ids));
  for (const { lang, cards: own, url, bytes } of decks) {
    for (const id of own) expect(listed.some((card) => card.id === id && card.lang === lang)).toBe(true);
    expect(statSync(path.join(DIST, url)).size).toBe(bytes);
  }
});

test('every card is listed with its words, its faces in every size and its phone picture', () => {
  for (const { id, lang, text, faces, phone } of listed) {
    expect(text).toEqual((['front', 'back'] as const).map((side) => faceWords(faceOf(id, lang, side)).join('\n')));
    expect(Object.keys(faces)).toEqual(['badge', 'business', 'a7']);
    for (const url of Object.values(faces).flat()) expect(read(url).subarray(0, 8).toString()).toBe('%PDF-1.7');
    const png = read(phone);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1080, 1920]);
  }
});

describe.each(sheets)('$id, $lang, $paper, $sides', (deck) => {
  const settings: PrintSettings = { ...USUAL_PRINT, size: deck.size, paper: deck.paper, sides: deck.sides };
  const pages = impose(deck.cards.length, settings);
  const file = path.join(DIST, deck.url);

  test('says on each page what the records say, in the order of the cards', async () => {
    const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), useSystemFonts: false }).promise;
    expect([pdf.numPages, deck.pages]).toEqual([pages.length, pages.length]);
    for (const [index, { places }] of pages.entries()) {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      const text = bare(items.map((item) => ('str' in item ? item.str : '')));
      const expected = places.map(({ card, side }) => printedWords(faceOf(deck.cards[card] ?? '', deck.lang, side)));
      expect(text.slice(0, expected.join('').length)).toBe(expected.join(''));
    }
  });

  test.skipIf(without('qpdf'))('is valid', () => {
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    expect(status, stdout + stderr).toBe(0);
  });

  test.skipIf(without('pdftoppm'))('has a code on every front that a scan at 150 dpi reads', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pocketbook-'));
    spawnSync('pdftoppm', ['-r', '150', '-gray', file, 'page'], { cwd: folder });
    const name = (page: number) => `page-${String(page).padStart(String(pages.length).length, '0')}.pgm`;
    for (const [index, { places }] of pages.entries()) {
      const scan = readPgm(readFileSync(path.join(folder, name(index + 1))));
      for (const { card, side, xMm, yMm } of places) {
        if (side === 'back') continue;
        const { widthMm, heightMm } = CARD_SIZES[deck.size];
        const [x, y, width, height] = [xMm, yMm, widthMm, heightMm].map((mm) => Math.round((mm / 25.4) * 150)) as [
          number,
          number,
          number,
          number,
        ];
        const { qr } = faceOf(deck.cards[card] ?? '', deck.lang, 'front');
        expect(jsQR(cropOf(scan, x, y, width, height), width, height)?.data).toBe(qr);
      }
    }
    rmSync(folder, { recursive: true });
  });
});

interface Scan {
  width: number;
  grey: Uint8Array;
}

function readPgm(file: Buffer): Scan {
  const [header = '', width] = /^P5\s+(\d+)\s+\d+\s+255\s/.exec(file.toString('latin1', 0, 40)) ?? [];
  return { width: Number(width), grey: file.subarray(header.length) };
}

function cropOf({ width: full, grey }: Scan, x: number, y: number, width: number, height: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = (row * width + column) * 4;
      pixels.fill(grey[(y + row) * full + x + column] ?? 255, at, at + 3);
    }
  }
  return pixels;
}
