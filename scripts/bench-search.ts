/**
 * `npm run bench:search`: the queries of tests/fixtures/search/ put to the built site in Chromium, beside a stock
 * full-text search (Pagefind) over the same pages, and to the search of 1,000 generated topics. Needs a built dist/.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './lib/chromium.ts';
import { generateContent } from './lib/generate-content.ts';
import { loadRecords, loadRecordsOrThrow } from './lib/load-records.ts';
import { measureOwnSearch, measureStockSearch, searchTable, type JudgedQuery } from './lib/measure-search.ts';
import { readText } from './lib/read-files.ts';
import { searchFiles } from './lib/search-files-of-site.ts';
import { serveSite } from './lib/serve-site.ts';
import { contentRoot } from './lib/site-records.ts';

const queries = ['queries.tsv', 'unseen.tsv', 'fresh.tsv'].flatMap((file) => {
  const read = readText(process.cwd(), `tests/fixtures/search/${file}`);
  const lines = ('text' in read ? read.text : '').trim().split('\n').slice(1);
  return lines.map((line): JudgedQuery => {
    const [lang, kind = '', query = '', topics = ''] = line.split('\t');
    return {
      set: file,
      lang: lang === 'en' ? 'en' : 'zh',
      kind,
      query,
      topics: topics.split(' ').filter((id) => id !== ''),
    };
  });
});

const work = mkdtempSync(path.join(tmpdir(), 'pocketbook-bench-'));
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ['--no-sandbox', '--disable-quic'],
});
try {
  const site = await serveSite('dist', 0);
  console.log(searchTable('this site', await measureOwnSearch(browser, site.url, queries)));

  const stock = path.join(work, 'stock');
  cpSync('dist', stock, { recursive: true });
  const { createIndex } = await import('pagefind');
  const { index } = await createIndex({});
  await index?.addDirectory({ path: stock });
  await index?.writeFiles({ outputPath: path.join(stock, 'pagefind') });
  const stockSite = await serveSite(stock, 0);
  console.log(
    searchTable('stock search over the same pages', await measureStockSearch(browser, stockSite.url, queries)),
  );
  await stockSite.close();

  const big = path.join(work, 'big');
  generateContent(contentRoot, big, 1000, '1');
  // Copies under made-up names are sound records, but more alike than an editor's rules allow.
  const { version, files } = searchFiles(loadRecords(big).draft);
  // The pages are this site's: the search neither reads nor needs those that it finds.
  const own = searchFiles(loadRecordsOrThrow(contentRoot)).version;
  const bigDist = path.join(work, 'dist');
  cpSync('dist', bigDist, { recursive: true });
  const folder = path.join(bigDist, 'api/search', own);
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  for (const [name, text] of files) writeFileSync(path.join(folder, `${name}.json`), text);
  const bigSite = await serveSite(bigDist, 0);
  console.log(
    searchTable(`1,000 generated topics (${version})`, await measureOwnSearch(browser, bigSite.url, queries)),
  );
  await bigSite.close();
  await site.close();
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
