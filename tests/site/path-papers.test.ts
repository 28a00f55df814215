import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import jsQR from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { pathPaper, pathPaperUrl, PATH_PAPERS, type PathPaper } from '../../scripts/lib/path-papers.ts';
import { siteRecords } from '../../scripts/lib/site-records.ts';
import { faceWords } from '../../src/cards/face.ts';
import { onboardingTexts } from '../../src/i18n/onboarding.ts';
import { LANGS } from '../../src/model/localized.ts';
import { rulesOf } from '../../src/quiz/types/registry.ts';
import { DIST, documentOf, pageAt } from './dist.ts';

const records = siteRecords();
const ids = [...records.paths.keys()];
const bare = (text: string) => text.replace(/\s/g, '');

interface PrintedText {
  text: string;
  /** From the page's left and top edge, in millimetres. */
  leftMm: number;
  rightMm: number;
  downMm: number;
}

interface Printed {
  pages: { widthMm: number; heightMm: number; texts: PrintedText[]; words: string }[];
  outline: string[];
  title: unknown;
  /** The fonts that it uses, and whether each came with the file. */
  fonts: { name: string; isEmbedded: boolean }[];
}

/** What an independent reader finds in the file of a paper. */
async function readPaper(url: string): Promise<Printed> {
  const data = readFileSync(path.join(DIST, url));
  const pdf = await getDocument({ data: new Uint8Array(data), useSystemFonts: false }).promise;
  const mm = (pt: number) => (pt / 72) * 25.4;
  const pages: Printed['pages'] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , right = 0, top = 0] = page.view;
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item): PrintedText[] => {
      if (!('str' in item)) return [];
      const [x = 0, y = 0] = (item.transform as number[]).slice(4);
      return [{ text: item.str, leftMm: mm(x), rightMm: mm(x + item.width), downMm: mm(top - y) }];
    });
    pages.push({ widthMm: mm(right), heightMm: mm(top), texts, words: bare(texts.map(({ text }) => text).join('')) });
  }
  const outline = ((await pdf.getOutline()) as { title: string; items: { title: string }[] }[] | null) ?? [];
  const { info } = await pdf.getMetadata();
  return {
    pages,
    outline: outline.flatMap(({ title, items }) => [title, ...items.map((item) => item.title)]),
    title: (info as { Title?: string }).Title,
    fonts: await fontsOf(data),
  };
}

async function fontsOf(data: Uint8Array): Promise<Printed['fonts']> {
  const objects = (await PDFDocument.load(data)).context.enumerateIndirectObjects();
  const sources = objects.map(([, object]) => (object instanceof PDFRawStream ? object.dict : object).toString());
  return sources
    .filter((source) => source.includes('/Type /FontDescriptor'))
    .map((source) => ({
      name: /\/FontName \/[A-Z]{6}\+(\S+)/.exec(source)?.[1] ?? '',
      isEmbedded: source.includes('/FontFile3'),
    }));
}

/** A4, with nothing outside the margins, and the body clear of the foot. */
function expectWellSet({ pages, fonts }: Printed): void {
  expect(fonts.map(({ name }) => name).sort()).toEqual(['NotoSansSC-Bold', 'NotoSansSC-Regular']);
  for (const { name, isEmbedded } of fonts) expect(isEmbedded, name).toBe(true);
  for (const { widthMm, heightMm, texts } of pages) {
    expect([widthMm, heightMm].map(Math.round)).toEqual([210, 297]);
    const foot = Math.max(...texts.map(({ downMm }) => downMm));
    for (const { text, leftMm, rightMm, downMm } of texts) {
      if (text.trim() === '') continue;
      // The left half of an opening quotation mark is blank, and hangs out.
      expect(leftMm, text).toBeGreaterThan(15);
      expect(rightMm, text).toBeLessThan(195);
      expect(downMm, text).toBeGreaterThan(17);
      if (downMm < foot - 0.1) expect(foot - downMm, text).toBeGreaterThan(3.2);
    }
  }
}

const stepsOf = ({ stages }: PathPaper) => stages.flatMap(({ steps }) => steps);

/** The words in the order given. */
function expectInOrder(words: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = words.indexOf(bare(part), from);
    expect(at, part).toBeGreaterThanOrEqual(0);
    from = at + bare(part).length;
  }
}

describe.each(LANGS)('in %s', (lang) => {
  const { paper: say } = onboardingTexts(lang);

  test.each(ids)('the checklist of %s has every step with its stage, and room to sign', async (id) => {
    const paper = pathPaper(records, id, 'checklist', lang)!;
    const printed = await readPaper(pathPaperUrl(id, 'checklist', lang));
    expectWellSet(printed);
    expect(printed.title).toBe(say.checklistTitle.replace('{title}', paper.title));
    const words = printed.pages.map((page) => page.words).join('');
    expectInOrder(words, [
      ...[paper.title, paper.description, say.name, say.start, say.mentor],
      ...paper.stages.flatMap(({ title, time, steps }) => [
        ...[title, time, ...steps.flatMap((step) => [step.kind, step.title, step.facts])],
        ...[say.finished, say.signed],
      ]),
    ]);
  });

  test('the page of a path and the downloads offer both papers', () => {
    const root = lang === 'en' ? '/en' : '';
    const linksAt = (url: string) =>
      [...documentOf(pageAt(url)).querySelectorAll('a[download]')].map((link) => link.getAttribute('href'));
    for (const id of ids) {
      for (const kind of PATH_PAPERS) {
        const url = pathPaperUrl(id, kind, lang);
        expect(linksAt(`${root}/onboarding/${id}/`)).toContain(url);
        expect(linksAt(`${root}/downloads/`)).toContain(url);
      }
    }
  });

  // One path here, all in the heavy runs.
  describe.each(process.env['DEEP'] ? ids : ['day-1'])('the handout of %s', (id) => {
    const paper = pathPaper(records, id, 'handout', lang)!;
    let printed: Printed;
    let words = '';
    beforeAll(async () => {
      printed = await readPaper(pathPaperUrl(id, 'handout', lang));
      words = printed.pages.map((page) => page.words).join('');
    });

    test('is well set, with every step in the outline', () => {
      expectWellSet(printed);
      expect(printed.outline).toEqual(stepsOf(paper).map(({ title }) => title));
    });

    test('says on its cover on which page each step begins', () => {
      const starts = stepsOf(paper).map(({ kind, facts, title }) => {
        const head = bare(`${kind} · ${facts}${title}`);
        return printed.pages.findIndex((page) => page.words.includes(head)) + 1;
      });
      const cover = printed.pages.slice(0, Math.min(...starts) - 1).map((page) => page.words);
      expect(cover[0]).toContain(bare(paper.title));
      expectInOrder(
        cover.join(''),
        stepsOf(paper).map(({ kind, title }, at) => `${kind}${String(starts[at])}${title}`),
      );
    });

    test('holds what the topics, cards and questions of the path say, and the answers after them all', () => {
      const parts = stepsOf(paper).flatMap((step) => step.parts);
      const shown = (of: string) => parts.filter((part) => part.of === of).length;
      expect([shown('prose'), shown('card'), shown('questions')].every((count) => count > 0)).toBe(true);
      const end = words.lastIndexOf(bare(say.answers));
      const [body, key] = [words.slice(0, end), words.slice(end)];
      for (const part of parts) {
        if (part.of === 'card') {
          for (const face of [part.front, part.back])
            for (const text of faceWords(face)) expect(body).toContain(bare(text));
        }
        if (part.of === 'questions') {
          expect(part.questions.length).toBeGreaterThan(2);
          for (const question of part.questions) {
            expect(body).toContain(bare(question.stem));
            expectInOrder(key, [rulesOf(question.type).printKey(question)]);
          }
        }
      }
      for (const { topic } of topicsRead(id)) {
        for (const block of topic.data.blocks) expect(body, block.id).toContain(bare(block.title[lang]));
      }
    });
  });
});

/** The topics that a path has read. */
function topicsRead(id: string) {
  const steps = records.paths.get(id)!.data.stages.flatMap((stage) => stage.steps);
  return steps.flatMap((step) => {
    const topic = step.do === 'read' ? records.topics.find((candidate) => candidate.id === step.topic) : undefined;
    return topic ? [{ topic }] : [];
  });
}

test.skipIf(spawnSync('pdftoppm', ['-v']).error)('a camera reads beside each step where its page is', () => {
  for (const lang of LANGS) {
    const paper = pathPaper(records, 'day-1', 'checklist', lang)!;
    const folder = mkdtempSync(path.join(tmpdir(), 'pocketbook-'));
    spawnSync('pdftoppm', ['-r', '150', '-gray', path.join(DIST, pathPaperUrl('day-1', 'checklist', lang)), 'page'], {
      cwd: folder,
    });
    const codes = readdirSync(folder)
      .sort()
      .flatMap((file) => codesOn(readFileSync(path.join(folder, file))));
    rmSync(folder, { recursive: true });
    const addresses = stepsOf(paper).flatMap(({ address }) => (address === undefined ? [] : [address]));
    expect(codes).toEqual([paper.address, ...addresses]);
    for (const address of addresses) expect(() => pageAt(new URL(address).pathname)).not.toThrow();
  }
});

/** What the codes in the right margin of a scanned page say, from the top down. */
function codesOn(file: Buffer): string[] {
  const [header = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40)) ?? [];
  const [fullPx, tallPx] = [Number(width), Number(height)];
  const grey = file.subarray(header.length);
  // Codes stand in rows between hairlines, which run over the whole page.
  const fromPx = Math.round(fullPx * 0.8);
  const isLine = (y: number) =>
    grey.subarray(y * fullPx + fromPx, y * fullPx + fullPx * 0.9).every((tone) => tone < 250);
  const lines = Array.from({ length: tallPx }, (_, y) => y).filter(isLine);
  const edges = [0, ...lines, tallPx];
  return edges.flatMap((top, at) => {
    const rows = (edges[at + 1] ?? tallPx) - top - 2;
    if (rows < 40) return [];
    const side = fullPx - fromPx;
    const pixels = new Uint8ClampedArray(side * rows * 4).fill(255);
    for (let y = 0; y < rows; y += 1) {
      for (let x = 0; x < side; x += 1) {
        const tone = grey[(top + 2 + y) * fullPx + fromPx + x] ?? 255;
        pixels.fill(tone, (y * side + x) * 4, (y * side + x) * 4 + 3);
      }
    }
    return jsQR(pixels, side, rows)?.data ?? [];
  });
}
