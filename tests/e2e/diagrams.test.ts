import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDiagramRenderer } from '../../scripts/lib/diagram-renderer.ts';
import { loadRecords } from '../../scripts/lib/load-records.ts';
import { createTextMeasurer } from '../../scripts/lib/measure-text.ts';
import { renderLettersPicture } from '../../src/blocks/acronym/picture.ts';
import { renderTypesPicture } from '../../src/blocks/classification/picture.ts';
import { renderQuadrantsPicture } from '../../src/blocks/matrix/picture.ts';
import type { Block } from '../../src/blocks/registry.ts';
import { renderFigure } from '../../src/diagrams/render-figure.ts';
import { renderRingPicture, type RingNode } from '../../src/diagrams/ring.ts';
import type { MeasureText } from '../../src/diagrams/text-wrap.ts';
import { LANGS, type Lang } from '../../src/model/localized.ts';
import { diagramFaults } from './diagram-boxes.ts';
import { launchBrowser } from './site.ts';

const require = createRequire(import.meta.url);
const ADDRESS = 'http://diagrams.test/';
const FONTS = { 400: '400Regular', 500: '500Medium', 600: '600SemiBold', 700: '700Bold' };
const AXE = require.resolve('axe-core/axe.min.js');

const ENGLISH = [
  `flowchart TD
  accTitle: When a customer is angry
  a([A customer is angry]) --> s{Is anybody in danger?}
  s -- yes --> h[Get safe, call security]:::dont
  s -- no --> b[Stand beside them, move somewhere quiet]
  b --> c[Hear them out]
  c --> d{Calmer now?}
  d -- no --> e[Change place or person]
  d -- yes --> f[Sum up and check]
  f --> g[Start the six steps]:::accent
  e -- once more --> c
  click g "#six-steps"`,
  `flowchart LR
  accTitle: Two families of skills
  a[Service skills] --- b[Feelings]
  a --- c[Matter]
  b --- b1[Show willingness]
  b --- b2[Take responsibility]
  c --- c1[Check understanding]`,
];
const RINGS: { lang: Lang; centre: string; nodes: RingNode[] }[] = [
  {
    lang: 'zh',
    centre: '服务周期',
    nodes: ['奠定基调', '诊断问题', '寻求方案', '达成共识', '总结回顾', '跟进完善'].map((label, index) => ({
      label,
      note: '谁，几点，做什么',
      href: `#step-${index}`,
    })),
  },
  {
    lang: 'en',
    centre: 'Service cycle',
    nodes: ['Set the tone', 'Diagnose the problem', 'Look for solutions', 'Reach agreement', 'Sum up'].map((label) => ({
      label,
      note: 'Who does what, and when?',
    })),
  },
];

/** Every picture that a block of the site's topics draws from its facts. */
function picturesOfBlocks(measure: MeasureText): string[] {
  const { records } = loadRecords(process.cwd());
  const blocks = (records?.topics ?? []).flatMap(({ id, data }) =>
    data.blocks.map((block) => ({ ...block, id: `${id.replace('/', '-')}-${block.id}` })),
  );
  return LANGS.flatMap((lang) =>
    blocks.flatMap((block) => {
      const figure = pictureOf({ ...block, id: `${lang}-${block.id}` }, lang, measure);
      return figure === undefined ? [] : [inLanguage(lang, figure)];
    }),
  );
}

function pictureOf(block: Block, lang: Lang, measure: MeasureText): string | undefined {
  switch (block.kind) {
    case 'acronym':
      return renderLettersPicture(block, lang, measure);
    case 'classification':
      return renderTypesPicture(block, lang, measure);
    case 'matrix':
      return renderQuadrantsPicture(block, lang, measure);
    default:
      return undefined;
  }
}

/** English is set in this machine's own fonts, as readers have it; Chinese in the house font. */
function inLanguage(lang: Lang, figure: string): string {
  return `<section lang="${lang}">${figure}</section>`;
}

let browser: Browser;
let html: string;
beforeAll(async () => {
  const cacheDir = await mkdtemp(path.join(tmpdir(), 'diagrams-'));
  const renderer = createDiagramRenderer({ cacheDir });
  const golden = path.resolve('tests/unit/diagrams/golden');
  const sources = await Promise.all(
    (await readdir(golden))
      .filter((file) => file.endsWith('.mmd'))
      .map((file) => readFile(path.join(golden, file), 'utf8')),
  );
  const draw = (list: string[], lang: Lang) =>
    list.map(async (source, index) =>
      inLanguage(lang, await renderer.renderDiagram({ source, lang, id: `${lang}-${index}` })),
    );
  const figures = await Promise.all([...draw(sources, 'zh'), ...draw(ENGLISH, 'en')]);
  await renderer.close();
  await rm(cacheDir, { recursive: true, force: true });
  const measure = createTextMeasurer();
  const rings = RINGS.map(({ lang, ...ring }, index) => {
    const picture = renderRingPicture({ id: `ring-${index}`, title: ring.centre, ...ring }, measure);
    return inLanguage(lang, renderFigure({ picture, title: ring.centre, lines: [], lang }));
  });
  const styles = await Promise.all(['tokens', 'diagrams'].map((name) => readFile(`src/styles/${name}.css`, 'utf8')));
  const faces = Object.keys(FONTS).map(
    (weight) => `@font-face { font-family: 'Noto Sans SC'; font-weight: ${weight}; src: url(${ADDRESS}${weight}.ttf) }`,
  );
  html = `<!doctype html><html lang="zh-CN" data-scripted><meta charset="utf-8"><title>Diagrams</title>
    <meta name="viewport" content="width=device-width">
    <style>${[...faces, ...styles].join('\n')} body { margin: 0; padding: 0 1rem; background: var(--paper) }</style>
    <main><h1>Diagrams</h1>${[...figures, ...rings, ...picturesOfBlocks(measure)].join('\n')}</main></html>`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** The page of diagrams in the house font, whatever fonts this machine has. */
async function open(width: number, theme = 'light'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.route(`${ADDRESS}**`, async (route) => {
    const weight = /(\d+)\.ttf$/.exec(route.request().url())?.[1];
    if (weight === undefined) {
      await route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: html.replace('<html ', `<html data-theme="${theme}" `),
      });
      return;
    }
    const cut = FONTS[Number(weight) as keyof typeof FONTS];
    await route.fulfill({ path: require.resolve(`@expo-google-fonts/noto-sans-sc/${cut}/NotoSansSC_${cut}.ttf`) });
  });
  await page.goto(ADDRESS);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

describe.each([360, 900])('at %i px', (width) => {
  test('every word lies in its shape, no two overlap, words on lines stand in the middle of their ground', async () => {
    const page = await open(width);
    expect(await page.locator('svg.dg').count()).toBeGreaterThan(8);
    const pictures = page.locator(width < 640 ? '.diagram-narrow svg' : '.diagram-roomy svg');
    expect(await pictures.count()).toBeGreaterThan(8);
    expect(await pictures.evaluateAll((list) => list.every((svg) => svg.checkVisibility()))).toBe(true);
    expect(await diagramFaults(page, { minTextPx: 13 })).toEqual([]);
    await page.close();
  });

  test('no diagram widens the page', async () => {
    const page = await open(width);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBe(0);
    await page.close();
  });
});

test('a label that leaves its shape, overlaps or sits low is found', async () => {
  const page = await open(900);
  const broken = await page.evaluate(() => {
    const layer = [...document.querySelectorAll('.dg-layer')].find((group) => group.checkVisibility())!;
    layer.querySelector('text')!.textContent = '这一层放不下这么长的一句话，它伸到斜边外面去了，塔也不像塔了';
    const node = document.querySelector('.dg-diamond text')!;
    node.textContent = '这几个字放不进这个菱形里面去的';
    const said = document.querySelector('.dg-said text')!;
    said.setAttribute('y', String(Number(said.getAttribute('y')) + 3));
    return said.textContent;
  });
  const faults = (await diagramFaults(page)).join('\n');
  expect(faults).toContain('“这几个字放不进这个菱形里面去的” does not lie in its shape');
  expect(faults).toMatch(/“这一层.*” does not lie in its shape/);
  expect(faults).toMatch(new RegExp(`“${broken}” stands \\d\\.\\d px off the middle`));
  await page.close();
});

test.each(['light', 'dark'])('axe finds nothing wrong (%s)', async (theme) => {
  const page = await open(900, theme);
  await page.addScriptTag({ path: AXE });
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html: found }) => `${id}: ${found.slice(0, 120)}`),
    );
  });
  expect(violations).toEqual([]);
  await page.close();
});

test('a linked node can be reached and followed by keyboard', async () => {
  const page = await open(360);
  const links = page.locator('svg.dg a');
  await links.first().focus();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(/^#/);
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).not.toBe('');
  await page.close();
});
