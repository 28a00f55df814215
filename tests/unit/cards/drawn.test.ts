import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { JSDOM } from 'jsdom';
import jsQR from 'jsqr';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardFonts, fontMeasurer } from '../../../scripts/lib/card-fonts.ts';
import { findChromium } from '../../../scripts/lib/chromium.ts';
import { BADGE } from '../../../src/cards/card-size.ts';
import { composeFace } from '../../../src/cards/compose-face.ts';
import type { FaceContent } from '../../../src/cards/face.ts';
import { fitFace } from '../../../src/cards/fit-face.ts';
import { impose } from '../../../src/cards/impose.ts';
import { labelTexts } from '../../../src/cards/label-texts.ts';
import { PAPERS } from '../../../src/cards/paper.ts';
import { renderFacePdf } from '../../../src/cards/pdf/render-face-pdf.ts';
import { renderSheetsPdf, type SheetsInput } from '../../../src/cards/pdf/render-sheets-pdf.ts';
import { USUAL_PRINT } from '../../../src/cards/print-settings.ts';
import { qrModules } from '../../../src/cards/qr-modules.ts';
import { renderFaceSvg } from '../../../src/cards/render-face-svg.ts';
import type { Scene } from '../../../src/cards/scene.ts';
import type { Lang } from '../../../src/model/localized.ts';
import { listOf, makeFace } from './make-face.ts';

const ROOT = process.cwd();
const MEASURERS = { zh: fontMeasurer(ROOT, 'zh'), en: fontMeasurer(ROOT, 'en') };

function draw(face: FaceContent): Scene {
  const qr = face.qr === undefined ? undefined : qrModules(face.qr);
  return composeFace(face, fitFace(face, BADGE, MEASURERS[face.lang], qr?.size), BADGE, qr);
}

const FRONTS: Record<Lang, FaceContent> = {
  zh: makeFace({
    body: {
      layout: 'steps',
      groups: ['开场：叫姓，接住', '提问：24小时内问清', '听完“整件事”，复述要点'].map((text, index) => ({
        label: `${index + 1}`,
        items: [{ id: `s${index}`, text }],
      })),
    },
    foot: { theme: '投诉处理', number: 7, version: 'ab12', reviewed: '2026-11', address: 'pocketbook.example.com/c/7' },
    qr: 'https://pocketbook.example.com/c/7/?v=ab12',
  }),
  en: makeFace({
    lang: 'en',
    title: 'Six complaint steps',
    body: listOf(['Don’t say “not usually”; ask when it began', 'Propose one solution & explain it'], { mark: 'do' }),
    foot: {
      theme: 'Complaints',
      number: 7,
      version: 'ab12',
      reviewed: '2026-11',
      address: 'pocketbook.example.com/en/c/7',
    },
    qr: 'https://pocketbook.example.com/en/c/7/?v=ab12',
  }),
};
const BACK = makeFace({ title: '怎么说', body: listOf(['这是公司规定'], { mark: 'dont' }) });

/** All words of a face in reading order, without spaces: lines may be broken anywhere. */
function wordsOf({ title, body, foot }: FaceContent): string {
  const said = body.groups.flatMap(({ label, items }) => [label, ...items.flatMap(({ lead, text }) => [lead, text])]);
  if (!foot) return [title, ...said].join('').replace(/\s/g, '');
  const about = [foot.theme, '·', String(foot.number).padStart(2, '0'), '·', foot.version, '·', foot.reviewed];
  return [title, ...said, ...about, foot.address].join('').replace(/\s/g, '');
}

describe('a face as SVG', () => {
  test.each(['zh', 'en'] as const)('is well-formed, of true size, and says the words of the record (%s)', (lang) => {
    const { documentElement: svg } = new JSDOM(renderFaceSvg(draw(FRONTS[lang])), { contentType: 'image/svg+xml' })
      .window.document;
    expect([svg.getAttribute('width'), svg.getAttribute('height')]).toEqual(['85.6mm', '54mm']);
    expect(
      [...svg.querySelectorAll('text')]
        .map((text) => text.textContent)
        .join('')
        .replace(/\s/g, ''),
    ).toBe(wordsOf(FRONTS[lang]));
    expect(svg.querySelector('title')?.textContent).toBe(FRONTS[lang].title);
    expect(svg.querySelector('image, style, script')).toBeNull();
  });

  test('asks for no other file', () => {
    const svg = renderFaceSvg(draw(FRONTS.zh)).replace('xmlns="http://www.w3.org/2000/svg"', '');
    expect(svg).not.toMatch(/https?:|url\((?!#)|href/);
  });
});

const FONTS = cardFonts(ROOT);
const about = (lang: Lang) => ({ lang, title: '前台一套', author: '服务随身册', subject: 'A4', day: '2026-11-20' });
const sheetOf = (cards: SheetsInput['cards'], lang: Lang = 'zh'): Uint8Array =>
  renderSheetsPdf(
    {
      about: about(lang),
      paper: PAPERS.a4,
      pages: impose(cards.length, USUAL_PRINT),
      cards,
      sides: USUAL_PRINT.sides,
      labels: labelTexts('Deck', 'en'),
    },
    FONTS,
  );
const open = (bytes: Uint8Array) => getDocument({ data: bytes.slice(), useSystemFonts: false }).promise;

describe('a sheet as PDF', () => {
  const ten = (lang: Lang) => Array.from({ length: 10 }, () => ({ front: draw(FRONTS[lang]), back: draw(BACK) }));
  let bytes: Uint8Array;
  beforeAll(() => {
    bytes = sheetOf(ten('zh'));
  });

  test('has A4 pages, fronts and then backs, with the words of the record in reading order', async () => {
    const pdf = await open(bytes);
    expect(pdf.numPages).toBe(2);
    const bare = (text: string) => text.replace(/\s/g, '');
    const how = labelTexts('Deck', 'en')['how long-edge'];
    for (const [index, face] of [FRONTS.zh, BACK].entries()) {
      const page = await pdf.getPage(index + 1);
      const [, , width = 0, height = 0] = page.view;
      expect([(width / 72) * 25.4, (height / 72) * 25.4].map((mm) => Math.round(mm * 20) / 20)).toEqual([210, 297]);
      const { items } = await page.getTextContent();
      const text = items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, '');
      expect(text).toBe(
        `${wordsOf(face).repeat(10)}${bare(`Deck · sheet 1 · ${['Front', 'Back'][index]}`)}${bare(how)}`,
      );
    }
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: '前台一套', Author: '服务随身册', Language: 'zh-CN' });
    expect((await pdf.getOutline()).map(({ title, items }) => [title, items.length])).toEqual([
      ['Deck · sheet 1 · Front', 10],
      ['Deck · sheet 1 · Back', 0],
    ]);
  });

  test('cuts each card exactly at its trimmed edge, where it was imposed', async () => {
    for (const [index, page] of impose(10, USUAL_PRINT).entries()) {
      const clips = await clipsMm(bytes, index + 1);
      expect(clips).toHaveLength(10);
      for (const [place, clip] of clips.entries()) {
        const { xMm = 0, yMm = 0 } = page.places[place] ?? {};
        expect(clip).toEqual([xMm, yMm, BADGE.widthMm, BADGE.heightMm].map((mm) => expect.closeTo(mm, 2) as number));
      }
    }
  });

  test('embeds subsets of its two fonts and no picture', async () => {
    const objects = (await PDFDocument.load(bytes)).context.enumerateIndirectObjects();
    const sources = objects.map(([, object]) => (object instanceof PDFRawStream ? object.dict : object).toString());
    const descriptors = sources.filter((source) => source.includes('/Type /FontDescriptor'));
    expect(descriptors.map((source) => /\/FontName \/([A-Z]{6}\+\S+)/.exec(source)?.[1]?.slice(7)).sort()).toEqual([
      'NotoSansSC-Bold',
      'NotoSansSC-Regular',
    ]);
    for (const source of descriptors) expect(source).toContain('/FontFile3');
    expect(sources.filter((source) => source.includes('/Subtype /Image'))).toEqual([]);
  });

  test('is small: glyphs are stored once, however often they are set', () => {
    expect(bytes.length).toBeLessThan(40 * 1024);
    expect(sheetOf(ten('en'), 'en').length).toBeLessThan(40 * 1024);
  });

  test('comes out the same, byte for byte', () => {
    expect(Buffer.from(sheetOf(ten('zh'))).equals(Buffer.from(bytes))).toBe(true);
  });

  test.skipIf(spawnSync('qpdf', ['--version']).error)('is valid to qpdf', () => {
    for (const pdf of [bytes, renderFacePdf(about('en'), [draw(FRONTS.en)], FONTS)]) {
      const { status, output } = qpdf(pdf, '--check');
      expect(status, output).toBe(0);
      expect(output).toContain('No syntax or stream encoding errors');
    }
  });
});

test.skipIf(spawnSync('qpdf', ['--version']).error)('a card on a page of its own says where it is cut', () => {
  const { output } = qpdf(renderFacePdf(about('zh'), [draw(FRONTS.zh), draw(BACK)], FONTS), '--json');
  const [, objects] = (JSON.parse(output) as { qpdf: [unknown, Record<string, { value?: Record<string, unknown> }>] })
    .qpdf;
  const pages = Object.values(objects).filter(({ value }) => value?.['/Type'] === '/Page');
  expect(pages).toHaveLength(2);
  for (const { value } of pages) {
    const box = (name: string) => (value?.[name] as number[]).map((pt) => Math.round(((pt * 25.4) / 72) * 100) / 100);
    expect(box('/MediaBox')).toEqual([0, 0, 91.6, 60]);
    expect(box('/BleedBox')).toEqual([0, 0, 91.6, 60]);
    expect(box('/TrimBox')).toEqual([3, 3, 88.6, 57]);
  }
});

/** What qpdf says of a file. */
function qpdf(bytes: Uint8Array, option: string): { status: number | null; output: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'pocketbook-'));
  const file = path.join(folder, 'file.pdf');
  writeFileSync(file, bytes);
  const { status, stdout } = spawnSync('qpdf', [option, file], { encoding: 'utf8', maxBuffer: 1e8 });
  rmSync(folder, { recursive: true });
  return { status, output: stdout };
}

/** The rectangles that a page clips to, in the order of drawing: left, top, width, height. */
async function clipsMm(pdf: Uint8Array, number: number): Promise<number[][]> {
  const page = await (await open(pdf)).getPage(number);
  const { fnArray, argsArray } = await page.getOperatorList();
  const heightPt = page.view[3] ?? 0;
  const clips: number[][] = [];
  const saved: number[][] = [];
  let matrix = [1, 0, 0, 1, 0, 0];
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] as number[];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = product(matrix, args);
    else if (operator === OPS.clip || operator === OPS.eoClip) {
      // The path that is clipped to comes next, with its bounding box.
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (argsArray[index + 1] as unknown[])[2] as number[];
      const [a = 1, , , d = 1, e = 0, f = 0] = matrix;
      const [left, right] = [a * x1 + e, a * x2 + e].sort((one, two) => one - two) as [number, number];
      const [bottom, top] = [d * y1 + f, d * y2 + f].sort((one, two) => one - two) as [number, number];
      clips.push([left, heightPt - top, right - left, top - bottom].map((pt) => (pt / 72) * 25.4));
    }
  }
  return clips;
}

function product(
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[],
  [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0]: number[],
) {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

describe('the code', () => {
  // What a scan of the print at 150 dpi sees.
  const [width, height] = [85.6, 54].map((mm) => Math.round((mm / 25.4) * 150)) as [number, number];
  let browser: Browser | undefined;
  beforeAll(async () => {
    const executablePath = findChromium();
    if (executablePath === undefined) return;
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
    });
  });
  afterAll(async () => {
    await browser?.close();
  });

  test.skipIf(findChromium() === undefined).each(['zh', 'en'] as const)(
    'is read off the face at 150 dpi (%s)',
    async (lang) => {
      const page = await browser!.newPage();
      const source = `data:image/svg+xml;base64,${Buffer.from(renderFaceSvg(draw(FRONTS[lang]))).toString('base64')}`;
      // The corner with the code is enough.
      const side = Math.round((20 / 25.4) * 150);
      const pixels = await page.evaluate(
        async ([src, w, h, corner]) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: corner, height: corner });
          const context = canvas.getContext('2d')!;
          context.drawImage(image, corner - w, 0, w, h);
          return [...context.getImageData(0, 0, corner, corner).data];
        },
        [source, width, height, side] as const,
      );
      expect(jsQR(new Uint8ClampedArray(pixels), side, side)?.data).toBe(FRONTS[lang].qr);
    },
  );

  test.skipIf(spawnSync('pdftoppm', ['-v']).error)('is read off each card of the printed sheet at 150 dpi', () => {
    const cards = Array.from({ length: 10 }, (_, index) => {
      const qr = `https://pocketbook.example.com/c/${index + 1}/?v=ab12`;
      return { front: draw({ ...FRONTS.zh, qr }), back: draw(BACK) };
    });
    const folder = mkdtempSync(path.join(tmpdir(), 'pocketbook-'));
    writeFileSync(path.join(folder, 'sheet.pdf'), sheetOf(cards));
    spawnSync('pdftoppm', ['-r', '150', '-gray', '-f', '1', '-l', '1', 'sheet.pdf', 'sheet'], { cwd: folder });
    const sheet = readPgm(readFileSync(path.join(folder, 'sheet-1.pgm')));
    rmSync(folder, { recursive: true });
    const [front] = impose(10, USUAL_PRINT);
    for (const { card, xMm, yMm } of front!.places) {
      const [x, y] = [xMm, yMm].map((mm) => Math.round((mm / 25.4) * 150)) as [number, number];
      expect(jsQR(cropOf(sheet, x, y, width, height), width, height)?.data).toBe(
        `https://pocketbook.example.com/c/${card + 1}/?v=ab12`,
      );
    }
  });
});

interface Picture {
  width: number;
  grey: Uint8Array;
}

function readPgm(file: Buffer): Picture {
  const [header = '', width] = /^P5\s+(\d+)\s+\d+\s+255\s/.exec(file.toString('latin1', 0, 40)) ?? [];
  return { width: Number(width), grey: file.subarray(header.length) };
}

function cropOf(
  { width: full, grey }: Picture,
  x: number,
  y: number,
  width: number,
  height: number,
): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      pixels.fill(
        grey[(y + row) * full + x + column] ?? 255,
        (row * width + column) * 4,
        (row * width + column) * 4 + 3,
      );
    }
  }
  return pixels;
}
