import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { JSDOM } from 'jsdom';
import jsQR from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fontMeasurer } from '../../../scripts/lib/card-fonts.ts';
import { renderSheetPdf, type SheetInput } from '../../../scripts/lib/card-pdf.ts';
import { findChromium } from '../../../scripts/lib/chromium.ts';
import { BADGE } from '../../../src/cards/card-size.ts';
import { composeFace } from '../../../src/cards/compose-face.ts';
import type { FaceContent } from '../../../src/cards/face.ts';
import { fitFace } from '../../../src/cards/fit-face.ts';
import { A4, imposeDuplex } from '../../../src/cards/impose.ts';
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
    foot: { theme: '投诉处理', number: 7, side: '正面', reviewed: '2026-11', address: 'pocketbook.example.com/c/7' },
    qr: 'https://pocketbook.example.com/c/7/?v=ab12',
  }),
  en: makeFace({
    lang: 'en',
    title: 'Six complaint steps',
    body: listOf(['Don’t say “not usually”; ask when it began', 'Propose one solution & explain it'], { mark: 'do' }),
    foot: {
      theme: 'Complaints',
      number: 7,
      side: 'Front',
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
  const about = [foot.theme, '·', String(foot.number).padStart(2, '0'), '·', foot.side, '·', foot.reviewed];
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

describe('a sheet as PDF', () => {
  const input = (lang: Lang): SheetInput => ({
    lang,
    title: '前台一套',
    author: '服务随身册',
    instruction: 'A4',
    day: '2026-11-20',
    cards: Array.from({ length: 10 }, () => ({ front: draw(FRONTS[lang]), back: draw(BACK) })),
    pageLabel: ({ sheet, side }) => `${sheet}-${side}`,
  });
  let bytes: Uint8Array;
  let raw: string;
  beforeAll(async () => {
    bytes = await renderSheetPdf(ROOT, input('zh'));
    raw = Buffer.from(bytes).toString('latin1');
  });

  test('has A4 pages, fronts and then backs, with the words of the record in reading order', async () => {
    const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false }).promise;
    expect(pdf.numPages).toBe(2);
    for (const [index, face] of [FRONTS.zh, BACK].entries()) {
      const page = await pdf.getPage(index + 1);
      const [, , width = 0, height = 0] = page.view;
      expect([(width / 72) * 25.4, (height / 72) * 25.4].map((mm) => Math.round(mm * 20) / 20)).toEqual([210, 297]);
      const { items } = await page.getTextContent();
      const text = items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, '');
      expect(text).toBe(`${wordsOf(face).repeat(10)}1-${['front', 'back'][index]}A4`);
    }
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: '前台一套', Author: '服务随身册', Language: 'zh-CN' });
  });

  test('cuts each card exactly at its trimmed edge', () => {
    const cuts = pageContents(bytes).flatMap((content) => [...content.matchAll(/^0 0 (\S+) (\S+) re\nW n$/gm)]);
    expect(cuts).toHaveLength(20);
    for (const [, width, height] of cuts) {
      expect((Number(width) / 72) * 25.4).toBeCloseTo(85.6, 3);
      expect((Number(height) / 72) * 25.4).toBeCloseTo(54, 3);
    }
  });

  test('embeds subsets of its two fonts and no picture', () => {
    expect([...raw.matchAll(/\/FontName \/(\S+)/g)].map(([, name]) => name).sort()).toEqual([
      'BZZZZZ+NotoSansSC-Bold',
      'CZZZZZ+NotoSansSC-Regular',
    ]);
    expect(raw.match(/\/FontFile2/g)).toHaveLength(2);
    expect(raw).not.toMatch(/\/Subtype \/Image/);
  });

  test('is small: glyphs are stored once, however often they are set', () => {
    expect(bytes.length).toBeLessThan(40 * 1024);
  });

  test('comes out the same, byte for byte', async () => {
    expect(Buffer.from(await renderSheetPdf(ROOT, input('zh'))).equals(Buffer.from(bytes))).toBe(true);
  });

  test.skipIf(spawnSync('qpdf', ['--version']).error)('is valid to qpdf', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pocketbook-'));
    const file = path.join(folder, 'sheet.pdf');
    writeFileSync(file, bytes);
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(status, stdout + stderr).toBe(0);
  });
});

/** The drawing operators of each page. */
function pageContents(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1');
  return [...text.matchAll(/\/Length (\d+)[^>]*>>\nstream\n/g)].flatMap((match) => {
    const start = match.index + match[0].length;
    const stream = pdf.slice(start, start + Number(match[1]));
    const content = match[0].includes('FlateDecode') ? inflateSync(stream).toString('latin1') : '';
    return content.startsWith('1 0 0 -1 0 841') ? [content] : [];
  });
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

  test.skipIf(spawnSync('pdftoppm', ['-v']).error)(
    'is read off each card of the printed sheet at 150 dpi',
    async () => {
      const cards = Array.from({ length: 10 }, (_, index) => {
        const qr = `https://pocketbook.example.com/c/${index + 1}/?v=ab12`;
        return { front: draw({ ...FRONTS.zh, qr }), back: draw(BACK) };
      });
      const about = {
        lang: 'zh',
        title: 't',
        author: 'a',
        instruction: 'i',
        day: '2026-11-20',
        pageLabel: () => '',
      } as const;
      const folder = mkdtempSync(path.join(tmpdir(), 'pocketbook-'));
      writeFileSync(path.join(folder, 'sheet.pdf'), await renderSheetPdf(ROOT, { ...about, cards }));
      spawnSync('pdftoppm', ['-r', '150', '-gray', '-f', '1', '-l', '1', 'sheet.pdf', 'sheet'], { cwd: folder });
      const sheet = readPgm(readFileSync(path.join(folder, 'sheet-1.pgm')));
      rmSync(folder, { recursive: true });
      const [front] = imposeDuplex(10, BADGE, A4);
      for (const { card, xMm, yMm } of front!.places) {
        const [x, y] = [xMm, yMm].map((mm) => Math.round((mm / 25.4) * 150)) as [number, number];
        expect(jsQR(cropOf(sheet, x, y, width, height), width, height)?.data).toBe(
          `https://pocketbook.example.com/c/${card + 1}/?v=ab12`,
        );
      }
    },
  );
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
