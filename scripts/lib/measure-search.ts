import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import type { Lang } from '../../src/model/localized.ts';

/** A query of the set; one outside the subject has no topics. */
export interface JudgedQuery {
  /** The file that it stands in. */
  set: string;
  lang: Lang;
  kind: string;
  query: string;
  topics: string[];
}

/** What a search made of the queries. */
export interface SearchMeasures {
  /** For each query the topics of its hits, best first. */
  answers: { judged: JudgedQuery; hits: string[] }[];
  /** Gzipped bytes from opening to the first hits, with the full text, and the most that one further query took. */
  bytes: { first: number; all: number; further: number };
  /**
   * Milliseconds from a keystroke to its hits with the processor slowed to a quarter: the first of all, those of queries
   * that may fetch what only they need, and the same once more.
   */
  cold: number;
  fetching: number[];
  warm: number[];
}

const SLOWDOWN = 4;
const TIMED = 60;
const BYTES_SAMPLED = 20;
const REST_MS = 700;

/** Asks the site's own dialog. */
export async function measureOwnSearch(
  browser: Browser,
  url: string,
  queries: readonly JudgedQuery[],
): Promise<SearchMeasures> {
  const answers: SearchMeasures['answers'] = [];
  for (const lang of ['zh', 'en'] as const) {
    const page = await openDialog(browser, url, lang);
    for (const judged of queries.filter((query) => query.lang === lang)) {
      await typeAndTime(page, judged.query);
      answers.push({
        judged,
        hits: await page
          .locator('#search-hits [data-topic]')
          .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-topic') ?? '')),
      });
    }
    await page.close();
  }
  const sample = queries.filter(({ lang }) => lang === 'zh');
  const page = await browser.newPage();
  const meter = meterOf(page);
  await page.goto(url, { waitUntil: 'networkidle' });
  // What a page fetches by itself, pocket mode last, belongs to no search.
  await page.waitForTimeout(REST_MS * 4);
  meter.reset();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.keyboard.press('/');
  await page.waitForSelector('.search-dialog[open]');
  const cold = await typeAndTime(page, '客人发火怎么办');
  const first = await meter.total();
  await page.waitForTimeout(REST_MS * 3);
  const all = await meter.total();
  const timed = sample.filter((_, index) => index % Math.ceil(sample.length / TIMED) === 0);
  const fetching: number[] = [];
  for (const { query } of timed) fetching.push(await typeAndTime(page, query));
  const warm: number[] = [];
  for (const { query } of timed) warm.push(await typeAndTime(page, query));
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  let further = 0;
  for (const { query } of sample.filter((_, index) => index % Math.ceil(sample.length / BYTES_SAMPLED) === 1)) {
    meter.reset();
    await typeAndTime(page, query);
    await page.waitForTimeout(REST_MS);
    further = Math.max(further, await meter.total());
  }
  await page.close();
  return { answers, bytes: { first, all, further }, cold, fetching, warm };
}

/** Asks Pagefind as Starlight's stock dialog does: the query as it was typed. */
export async function measureStockSearch(
  browser: Browser,
  url: string,
  queries: readonly JudgedQuery[],
): Promise<SearchMeasures> {
  const answers: SearchMeasures['answers'] = [];
  const bytes = { first: 0, all: 0, further: 0 };
  for (const lang of ['zh', 'en'] as const) {
    const page = await browser.newPage();
    await page.goto(`${url}${lang === 'en' ? '/en/' : '/'}`, { waitUntil: 'networkidle' });
    const meter = meterOf(page);
    for (const [at, judged] of queries.filter((query) => query.lang === lang).entries()) {
      const urls = await page.evaluate(async (query) => {
        const pagefind = (await import(`${location.origin}/pagefind/pagefind.js`)) as {
          search: (text: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
        };
        const { results } = await pagefind.search(query);
        return Promise.all(results.slice(0, 10).map(async (result) => (await result.data()).url));
      }, judged.query);
      if (lang === 'zh' && at === 0) bytes.first = bytes.all = await meter.total();
      const hits = urls.map((hit) => hit.replace(/^\/(?:en\/)?/, '').replace(/\/$/, ''));
      answers.push({ judged, hits: [...new Set(hits)] });
    }
    await page.close();
  }
  return { answers, bytes, cold: NaN, fetching: [], warm: [] };
}

async function openDialog(browser: Browser, url: string, lang: Lang): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${url}${lang === 'en' ? '/en/' : '/'}`, { waitUntil: 'networkidle' });
  await page.keyboard.press('/');
  await page.waitForSelector('.search-dialog[open]');
  await page.waitForLoadState('networkidle');
  return page;
}

/**
 * Puts `query` into the dialog's box as one keystroke; the milliseconds until the frame is painted in which its first hits
 * stand. Ends once all of them do.
 */
async function typeAndTime(page: Page, query: string): Promise<number> {
  return page.evaluate(async (text) => {
    const input = document.querySelector<HTMLInputElement>('#search-input');
    const status = document.querySelector('.search-status');
    const hits = document.querySelector('#search-hits');
    if (!input || !status || !hits) return NaN;
    const type = (value: string) => {
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const painted = () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        // A message is delivered after the frame whose callbacks sent it.
        requestAnimationFrame(() => port2.postMessage(''));
      });
    type('');
    const began = performance.now();
    const answered = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!/[\d“]/.test(status.textContent)) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(status, { childList: true, characterData: true, subtree: true });
    });
    type(text);
    await answered;
    await painted();
    const took = performance.now() - began;
    while (hits.getAttribute('aria-busy') === 'true') await painted();
    return took;
  }, query);
}

function meterOf(page: Page): { total: () => Promise<number>; reset: () => void } {
  let sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    sizes.push(
      response.body().then(
        (body) => gzipSync(body).length,
        () => 0,
      ),
    );
  });
  return {
    total: async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0),
    reset: () => (sizes = []),
  };
}

/** The measures as a table, by language and kind; a query outside the subject succeeds when it has no hit. */
export function searchTable(title: string, { answers, bytes, cold, fetching, warm }: SearchMeasures): string {
  const kinds = [...new Set(answers.map(({ judged }) => `${judged.lang} ${judged.kind}`))];
  const row = (name: string, list: SearchMeasures['answers']) => {
    const ranks = list.map(({ judged, hits }) => hits.findIndex((hit) => judged.topics.includes(hit)));
    const share = (is: (rank: number, at: number) => boolean) =>
      (ranks.filter(is).length / Math.max(1, list.length)).toFixed(2);
    const mrr = ranks.reduce((sum, rank) => sum + (rank >= 0 && rank < 10 ? 1 / (rank + 1) : 0), 0) / list.length;
    const none = (list.filter(({ hits }) => hits.length === 0).length / list.length).toFixed(2);
    const cells = [share((rank) => rank === 0), share((rank) => rank >= 0 && rank < 3), mrr.toFixed(2), none];
    return `  ${name.padEnd(16)} ${String(list.length).padStart(4)}  ${cells.map((cell) => cell.padStart(6)).join(' ')}`;
  };
  const inside = answers.filter(({ judged }) => judged.topics.length > 0);
  const spread = (times: readonly number[]) => {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number) => (sorted[Math.floor(share * sorted.length)] ?? NaN).toFixed(0);
    return `${at(0.5)} ms median, ${at(0.95)} ms p95`;
  };
  const kib = (count: number) => `${(count / 1000).toFixed(1)} KB`;
  return [
    `\n${title}`,
    `  ${'queries'.padEnd(21)}      @1     @3    MRR   none`,
    ...kinds.map((kind) =>
      row(
        kind,
        answers.filter(({ judged }) => `${judged.lang} ${judged.kind}` === kind),
      ),
    ),
    row('all inside', inside),
    ...[...new Set(inside.map(({ judged }) => judged.set))].map((set) =>
      row(
        set,
        inside.filter(({ judged }) => judged.set === set),
      ),
    ),
    `  bytes: ${kib(bytes.first)} to the first hits, ${kib(bytes.all)} with the full text, ${kib(bytes.further)} at most for one more query`,
    `  keystroke to hits at a quarter of the speed: ${cold.toFixed(0)} ms cold; ${spread(fetching)} the first time; ${spread(warm)} warm`,
  ].join('\n');
}
